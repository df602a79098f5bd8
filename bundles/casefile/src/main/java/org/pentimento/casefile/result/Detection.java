package org.pentimento.casefile.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a detector said of one model and the pairs that it was trained on.
 *
 * @param comparison name of the comparison that the model belongs to
 * @param model which of its models
 * @param detector what looked
 * @param findings what it found; an empty list means that it found nothing, not that nothing is
 *     there
 * @param problem why it could not look, or empty
 */
public record Detection(
    String comparison, Subject model, ExtensionUse detector, List<Found> findings, String problem) {

  /**
   * A finding.
   *
   * @param title the claim, one sentence
   * @param severity {@code note}, {@code suspect} or {@code alarm}
   * @param subjects ids of the pairs concerned; empty if it concerns the whole
   * @param score strength of the evidence, larger is stronger; null if it cannot be told
   * @param explanation how the detector came to it
   * @param pictures evidence to look at
   */
  public record Found(
      String title,
      String severity,
      List<String> subjects,
      @Nullable Double score,
      String explanation,
      List<Evidence> pictures) {}

  /**
   * A picture.
   *
   * @param caption what it shows
   * @param image SHA-256 of its blob, a PNG
   */
  public record Evidence(String caption, String image) {}
}
