package org.pentimento.api.detector;

import java.util.List;
import org.pentimento.api.image.Image;

/**
 * A claim with its evidence.
 *
 * @param title the claim, one sentence
 * @param severity how much it matters
 * @param subjects ids of the pairs concerned; empty if it concerns the whole
 * @param score strength of the evidence, larger is stronger; its meaning is the detector's
 * @param explanation how the detector came to it, for a person
 * @param pictures evidence to look at
 */
public record Finding(
    String title,
    Severity severity,
    List<String> subjects,
    double score,
    String explanation,
    List<Picture> pictures) {

  /** How much a finding matters. */
  public enum Severity {
    /** Worth knowing. */
    NOTE,
    /** Worth a look. */
    SUSPECT,
    /** Evidence of tampering. */
    ALARM
  }

  /**
   * A picture with its caption.
   *
   * @param caption what it shows
   * @param image the picture
   */
  public record Picture(String caption, Image image) {}

  /** Keeps copies that nobody changes. */
  public Finding {
    subjects = List.copyOf(subjects);
    pictures = List.copyOf(pictures);
  }
}
