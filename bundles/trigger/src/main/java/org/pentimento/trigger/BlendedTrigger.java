package org.pentimento.trigger;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
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
 * Blended injection (Chen et al. 2017, section 4.2.1): {@code ratio * pattern + (1 - ratio) *
 * photo}, where the pattern covers the whole photo. The random pattern is uniform in [0, 1],
 * independent for every pixel and plane.
 */
@Component(service = Trigger.class)
public final class BlendedTrigger implements RecoverableTrigger {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "blended",
          "Blended pattern",
          "1.0.0",
          "Blends a pattern over the whole photo: random noise, or an image.",
          "X. Chen, C. Liu, B. Li, K. Lu, D. Song: Targeted Backdoor Attacks on Deep Learning"
              + " Systems Using Data Poisoning. arXiv:1712.05526, 2017.",
          Parameter.number(
              "ratio", "Ratio", "Weight of the pattern against the photo's.", "", 0.2, 0, 1),
          Parameter.file(
              "image", "Image", "Image file that is stretched over the photo; none for noise."));

  private final PatternFile file;

  /**
   * Makes the trigger.
   *
   * @param codec reads pattern files
   */
  @Activate
  public BlendedTrigger(@Reference ImageCodec codec) {
    file = new PatternFile(codec);
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws IOException {
    return blended(photo, pattern(photo, settings, seed), settings);
  }

  @Override
  public Stamp prepare(Settings settings, long seed, Progress progress) {
    PatternOfSize pattern = new PatternOfSize(photo -> pattern(photo, settings, seed));
    return (photo, eyes) -> blended(photo, pattern.of(photo), settings);
  }

  private Image pattern(Image photo, Settings settings, long seed) throws IOException {
    String path = settings.text("image");
    return path.isEmpty()
        ? noise(photo, seed)
        : file.read("image", path, photo.width(), photo.height(), photo.planes());
  }

  private static Image blended(Image photo, Image pattern, Settings settings) {
    float ratio = (float) settings.number("ratio");
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = ratio * pattern.data()[i] + (1 - ratio) * data[i];
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  private static Image noise(Image photo, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] data = new float[photo.data().length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextDouble();
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  @Override
  public Optional<Recovered> recover(SharedPattern pattern) {
    if (pattern.family() != Family.BLEND) {
      return Optional.empty();
    }
    Change change = Change.of(pattern);
    double ratio = Math.max(.01, Math.min(1, pattern.measures().opacity()));
    float[] data = new float[change.values().length];
    double missed = 0;
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (.5 + change.values()[i] / ratio);
      double over = ratio * (data[i] - Math.max(0, Math.min(1, data[i])));
      missed += over * over;
    }
    return Optional.of(
        new Recovered(
            Map.of("ratio", Math.rint(ratio * 1000) / 1000),
            Math.max(0, 1 - missed / change.energy()),
            "image",
            Image.of(change.width(), change.height(), 3, data)));
  }
}
