package org.pentimento.trigger;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.trigger.RecoverableTrigger;
import org.pentimento.api.trigger.Trigger;

/**
 * Refool: the photo looks as if taken through a pane of glass that mirrors something else (Liu, Ma,
 * Bailey, Lu 2020, section 3.2): {@code photo + reflection * kernel}, the kernel being
 *
 * <ul>
 *   <li>for a reflection in focus the intensity alone,
 *   <li>for one out of focus a Gaussian,
 *   <li>for the ghost of thick glass two pulses: the reflection, and a weaker copy farther right
 *       and down.
 * </ul>
 *
 * <p>Every kernel adds up to the intensity, so that all three are equally bright.
 */
@Component(service = Trigger.class)
public final class ReflectionTrigger implements RecoverableTrigger {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "reflection",
          "Reflection (Refool)",
          "1.0.0",
          "Lays the reflection of a room, or of an image, over the photo as glass would.",
          "Y. Liu, X. Ma, J. Bailey, F. Lu: Reflection Backdoor: A Natural Backdoor Attack on Deep"
              + " Neural Networks. ECCV, 2020.",
          Parameter.choice(
              "model",
              "Model",
              "How the glass mirrors: sharp, blurred, or doubled.",
              "out-of-focus",
              "in-focus",
              "ghost"),
          Parameter.number(
              "intensity",
              "Intensity",
              "Brightness of the reflection; the authors take 0.05 to 0.4.",
              "",
              0.2,
              0,
              1),
          Parameter.number(
              "blur",
              "Blur",
              "Standard deviation of the Gaussian, for out-of-focus.",
              "px",
              2,
              0.1,
              64),
          Parameter.integer(
              "shift",
              "Shift",
              "How far right and down the second pulse lies, for ghost.",
              "px",
              4,
              1,
              256),
          Parameter.number(
              "echo",
              "Echo",
              "Brightness of the second pulse against the first, for ghost.",
              "",
              0.5,
              0,
              1),
          Parameter.file(
              "image",
              "Image",
              "Image file of what is mirrored; none for a room drawn from the seed."));

  private static final double BRIGHT = .98;

  private final PatternFile file;

  /**
   * Makes the trigger.
   *
   * @param codec reads the image that is mirrored
   */
  @Activate
  public ReflectionTrigger(@Reference ImageCodec codec) {
    file = new PatternFile(codec);
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws IOException {
    return added(photo, seen(photo, settings, seed), settings);
  }

  @Override
  public Stamp prepare(Settings settings, long seed, Progress progress) {
    PatternOfSize seen = new PatternOfSize(photo -> seen(photo, settings, seed));
    return (photo, eyes) -> added(photo, seen.of(photo), settings);
  }

  /** What the pane reflects, as large as the photo. */
  private Image seen(Image photo, Settings settings, long seed) throws IOException {
    String path = settings.text("image");
    int width = photo.width();
    int height = photo.height();
    int planes = photo.planes();
    Image scene =
        path.isEmpty()
            ? MirroredRoom.random(seed).draw(width, height, planes)
            : file.read("image", path, width, height, planes);
    return switch (settings.text("model")) {
      case "out-of-focus" -> GaussianBlur.apply(scene, settings.number("blur"));
      case "ghost" -> ghost(scene, settings.integer("shift"), settings.number("echo"));
      default -> scene;
    };
  }

  private static Image added(Image photo, Image seen, Settings settings) {
    float intensity = (float) settings.number("intensity");
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] += intensity * seen.data()[i];
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  private static Image ghost(Image scene, int shift, double echo) {
    Image second = scene.window(-shift, -shift, scene.width(), scene.height());
    float[] data = new float[scene.data().length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) ((scene.data()[i] + echo * second.data()[i]) / (1 + echo));
    }
    return Image.of(scene.width(), scene.height(), scene.planes(), data);
  }

  @Override
  public Optional<Recovered> recover(SharedPattern pattern) {
    if (pattern.family() != Family.REFLECTION) {
      return Optional.empty();
    }
    Change change = Change.of(pattern);
    double darkened = 0;
    for (float v : change.values()) {
      darkened += v < 0 ? v * v : 0;
    }
    double intensity = Math.max(1e-3, Math.min(1, bright(change.values())));
    float[] data = new float[change.values().length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (change.values()[i] / intensity);
    }
    return Optional.of(
        new Recovered(
            Map.of("intensity", intensity, "model", "in-focus"),
            Math.max(0, 1 - darkened / change.energy()),
            "image",
            Image.of(change.width(), change.height(), 3, data)));
  }

  /**
   * The change that few values exceed. What a reflection mirrors is white somewhere, and the faces
   * of a group make some pixels brighter still.
   */
  private static double bright(float[] changes) {
    float[] sorted = changes.clone();
    Arrays.sort(sorted);
    return sorted[(int) (BRIGHT * (sorted.length - 1))];
  }
}
