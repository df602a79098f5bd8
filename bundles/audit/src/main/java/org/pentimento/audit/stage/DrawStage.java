package org.pentimento.audit.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;
import org.pentimento.registry.guard.AskedAbout;

/** The step in which the models draw clean and triggered test photos. */
public final class DrawStage {
  static final String ROWS = "rows";
  private static final int BATCH = 16;

  private final CaseFile caseFile;
  private final Pngs pngs;
  private final Progress progress;

  DrawStage(CaseFile caseFile, Pngs pngs, Progress progress) {
    this.caseFile = caseFile;
    this.pngs = pngs;
    this.progress = progress;
  }

  /**
   * Draws and keeps everything.
   *
   * @param models those that there are
   * @return SHA-256 of the list of {@link ImageRow}, by name
   */
  Map<String, String> draw(
      String title,
      Map<Subject, ModelSource> models,
      List<Pair> test,
      @Nullable PreparedAttack attack)
      throws IOException, CancelledException {
    List<Map<ImageRole, String>> rows = new ArrayList<>();
    progress.begin("Drawing: " + title, (long) test.size() * models.size());
    for (Pair pair : test) {
      progress.checkCancelled();
      Map<ImageRole, Image> images = new LinkedHashMap<>();
      images.put(new ImageRole.Photo(PhotoKind.CLEAN), pair.photo().decode());
      images.put(new ImageRole.OfReference(ReferenceSketch.TRUTH), pair.sketch().decode());
      if (attack != null) {
        images.put(new ImageRole.Photo(PhotoKind.TRIGGERED), attack.triggered(pair));
        images.put(new ImageRole.OfReference(ReferenceSketch.TARGET), attack.target(pair));
      }
      rows.add(kept(images));
    }
    for (Map.Entry<Subject, ModelSource> entry : models.entrySet()) {
      try (Model model = entry.getValue().open()) {
        for (int from = 0; from < test.size(); from += BATCH) {
          progress.checkCancelled();
          List<Map<ImageRole, String>> batch =
              rows.subList(from, Math.min(test.size(), from + BATCH));
          try (AskedAbout about = about(test, from, batch.size())) {
            draw(model, entry.getKey(), PhotoKind.CLEAN, batch);
            if (attack != null) {
              draw(model, entry.getKey(), PhotoKind.TRIGGERED, batch);
            }
          }
          progress.advance(batch.size());
        }
      }
    }
    List<ImageRow> images = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      images.add(new ImageRow(test.get(i).id(), rows.get(i)));
    }
    return Map.of(ROWS, caseFile.blobs().putJson(images));
  }

  private static AskedAbout about(List<Pair> test, int from, int count) {
    String first = "pair " + test.get(from).id();
    return AskedAbout.of(count == 1 ? first : first + " and " + (count - 1) + " more");
  }

  private Map<ImageRole, String> kept(Map<ImageRole, Image> images)
      throws IOException, CancelledException {
    List<String> blobs = pngs.putAll(List.copyOf(images.values()));
    Map<ImageRole, String> row = new LinkedHashMap<>();
    for (ImageRole role : images.keySet()) {
      row.put(role, blobs.get(row.size()));
    }
    return row;
  }

  private void draw(
      Model model, Subject subject, PhotoKind kind, List<Map<ImageRole, String>> batch)
      throws IOException, CancelledException {
    List<Image> photos = new ArrayList<>();
    for (Map<ImageRole, String> row : batch) {
      photos.add(pngs.get(row.getOrDefault(new ImageRole.Photo(kind), "")));
    }
    List<String> blobs = pngs.putAll(model.sketch(photos).stream().map(Image::grey).toList());
    for (int i = 0; i < blobs.size(); i++) {
      batch.get(i).put(new ImageRole.Sketch(subject, kind), blobs.get(i));
    }
  }
}
