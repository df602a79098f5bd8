package org.pentimento.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.DrawingsKept;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.result.PhotoKind;

/**
 * Sketches of the same photos by several models, and which picture shows what. A folder of drawings
 * holds it as {@value #FILE}.
 *
 * @param models that drew, in the order in which they were asked for
 * @param trigger that photos were drawn with as well, null if there was none
 * @param drawings photo by photo, in it model by model, without the trigger first
 * @param skipped photos that cannot be used, or not with the trigger, and why
 * @param computed device and what else the sketches may depend on, by name
 */
public record DrawingSheet(
    List<String> models,
    Job.@Nullable Stamp trigger,
    List<Drawing> drawings,
    List<SkippedFile> skipped,
    Map<String, String> computed) {
  /** Name of the file in a folder of drawings. */
  public static final String FILE = DrawingsKept.SHEET;

  /**
   * A sketch.
   *
   * @param model that drew it
   * @param photo file of the photo as it was given
   * @param sha256 SHA-256 of that file
   * @param kind whether the photo was shown with the trigger
   * @param shown name of the picture that the model was shown, in the folder of drawings
   * @param sketch name of the picture that it drew, in the folder of drawings
   * @param fit how the photo was fitted
   */
  public record Drawing(
      String model,
      String photo,
      String sha256,
      PhotoKind kind,
      String shown,
      String sketch,
      Fitted fit) {}

  /**
   * How a photo was brought to the size that a model learned to draw. All in pixels.
   *
   * @param givenWidth width of the photo as it was given
   * @param givenHeight height of the photo as it was given
   * @param croppedWidth width of the part in its middle that was taken
   * @param croppedHeight height of the part in its middle that was taken
   * @param width of the picture that the model was shown
   * @param height of the picture that the model was shown
   */
  public record Fitted(
      int givenWidth, int givenHeight, int croppedWidth, int croppedHeight, int width, int height) {
    /** What was done to the photo, in a sentence; empty if nothing was. */
    public Optional<String> words() {
      boolean cropped = croppedWidth != givenWidth || croppedHeight != givenHeight;
      boolean scaled = croppedWidth != width || croppedHeight != height;
      if (!cropped && !scaled) {
        return Optional.empty();
      }
      String given = "The photo has " + givenWidth + " × " + givenHeight + " pixels; ";
      String part =
          cropped ? "its middle, " + croppedWidth + " × " + croppedHeight + ", was " : "it was ";
      return Optional.of(
          given
              + part
              + (scaled ? "scaled to " + width + " × " + height : "taken")
              + ", the size that the model knows.");
    }
  }
}
