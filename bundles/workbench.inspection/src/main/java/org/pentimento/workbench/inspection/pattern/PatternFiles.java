package org.pentimento.workbench.inspection.pattern;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.inspection.contents.PictureReader;

/** Writes patterns as files. Not for the display's thread. */
final class PatternFiles {
  private static final String PNG = ".png";

  private PatternFiles() {}

  /**
   * Writes what was found of a pattern: the picture, beside it its mask, the image of each trigger
   * that takes one, and a text with the measures and the settings of each trigger as a plan spells
   * them.
   *
   * @param sentences about the pattern
   * @param picture file that ends with {@code .png}; the others are named after it
   * @return the files that were written, by what they hold
   */
  static Map<String, Path> export(
      List<String> sentences, PatternFound pattern, PictureReader pictures, Path picture)
      throws IOException {
    String name = String.valueOf(picture.getFileName()).replaceFirst("\\.png$", "");
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("picture", write(picture, bytes(pictures, pattern.image())));
    files.put(
        "mask",
        write(picture.resolveSibling(name + "-mask" + PNG), bytes(pictures, pattern.mask())));
    StringBuilder text = new StringBuilder();
    for (String sentence : sentences) {
      text.append("# ").append(sentence).append('\n');
    }
    text.append("# In ").append(picture.getFileName()).append(" middle grey stands for no change");
    text.append("; changes are enlarged by ").append(pattern.gain()).append(".\n");
    text.append("pattern: ").append(PlanText.yaml(measures(pattern))).append('\n');
    text.append("triggers:\n");
    for (RecoveredTrigger trigger : pattern.triggers()) {
      Map<String, Object> use = new LinkedHashMap<>();
      use.put("id", trigger.extension().id());
      use.putAll(trigger.extension().settings());
      String image = trigger.image();
      if (image != null && trigger.imageParameter() != null) {
        Path file = picture.resolveSibling(name + "-" + trigger.extension().id() + PNG);
        files.put(trigger.extension().id(), write(file, bytes(pictures, image)));
        use.put(trigger.imageParameter(), file.toString());
      }
      text.append("  - ").append(PlanText.yaml(use)).append('\n');
    }
    files.put(
        "settings",
        write(
            picture.resolveSibling(name + ".yaml"),
            text.toString().getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private static Map<String, Object> measures(PatternFound pattern) {
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("family", pattern.family().name().toLowerCase(java.util.Locale.ROOT));
    var place = pattern.place();
    if (place != null) {
      measures.put("place", List.of(place.x(), place.y(), place.width(), place.height()));
    }
    measures.put("amplitude", pattern.amplitude());
    measures.put("cycles-across", pattern.cyclesAcross());
    measures.put("cycles-down", pattern.cyclesDown());
    measures.put("opacity", pattern.opacity());
    measures.put("pairs", pattern.pairs());
    return measures;
  }

  /** Keeps the image of a trigger where drafts of plans are kept; gives the file. */
  static Path keep(PictureReader pictures, String sha) throws IOException {
    Path folder =
        Path.of(Platform.getStateLocation(FrameworkUtil.getBundle(PatternFiles.class)).toOSString())
            .resolve("patterns");
    Path file = folder.resolve(sha + PNG);
    if (!Files.exists(file)) {
      OwnerOnly.createFolders(folder);
      write(file, bytes(pictures, sha));
    }
    return file;
  }

  private static byte[] bytes(PictureReader pictures, String sha) throws BadInputException {
    return pictures
        .bytes(sha)
        .orElseThrow(
            () ->
                new BadInputException(
                    "The picture " + sha + " cannot be read from the case.",
                    "Verify the case in the Custody view."));
  }

  private static Path write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      OwnerOnly.createFileIfMissing(part);
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return file;
  }
}
