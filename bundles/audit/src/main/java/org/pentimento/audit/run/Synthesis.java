package org.pentimento.audit.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.Comparison.ImageRow;

/** The step in which the models draw clean and triggered test photos. */
final class Synthesis {
  private static final int BATCH = 16;

  private final CaseFile caseFile;
  private final Pngs pngs;
  private final Progress progress;

  Synthesis(CaseFile caseFile, Pngs pngs, Progress progress) {
    this.caseFile = caseFile;
    this.pngs = pngs;
    this.progress = progress;
  }

  /**
   * Draws and keeps everything.
   *
   * @param models by {@link Role#CLEAN} and {@link Role#POISONED}, or by {@link Role#IMPORTED}
   * @return SHA-256 of the list of {@link ImageRow}, by name
   */
  Map<String, String> draw(
      String title,
      Map<String, ModelSource> models,
      List<Pair> test,
      @Nullable PreparedAttack attack)
      throws IOException, CancelledException {
    List<Map<String, String>> rows = new ArrayList<>();
    progress.begin("Drawing: " + title, (long) test.size() * models.size());
    for (Pair pair : test) {
      progress.checkCancelled();
      Map<String, String> row = new TreeMap<>();
      row.put(Role.PHOTO, pngs.put(pair.photo().decode()));
      row.put(Role.TRUTH, pngs.put(pair.sketch().decode()));
      if (attack != null) {
        row.put(Role.TRIGGERED, pngs.put(attack.triggered(pair)));
        row.put(Role.TARGET, pngs.put(attack.target(pair)));
      }
      rows.add(row);
    }
    for (Map.Entry<String, ModelSource> entry : models.entrySet()) {
      try (Model model = entry.getValue().open()) {
        for (int from = 0; from < test.size(); from += BATCH) {
          progress.checkCancelled();
          List<Map<String, String>> batch = rows.subList(from, Math.min(test.size(), from + BATCH));
          draw(model, entry.getKey(), Role.CLEAN, Role.PHOTO, batch);
          if (attack != null) {
            draw(model, entry.getKey(), Role.TRIGGERED, Role.TRIGGERED, batch);
          }
          progress.advance(batch.size());
        }
      }
    }
    List<ImageRow> images = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      images.add(new ImageRow(test.get(i).id(), rows.get(i)));
    }
    return Map.of("rows", caseFile.blobs().putJson(images));
  }

  private void draw(
      Model model, String modelName, String photoName, String role, List<Map<String, String>> batch)
      throws IOException {
    List<Image> photos = new ArrayList<>();
    for (Map<String, String> row : batch) {
      photos.add(pngs.get(row.getOrDefault(role, "")));
    }
    List<Image> sketches = model.sketch(photos);
    for (int i = 0; i < sketches.size(); i++) {
      batch.get(i).put(Role.sketch(modelName, photoName), pngs.put(sketches.get(i).grey()));
    }
  }
}
