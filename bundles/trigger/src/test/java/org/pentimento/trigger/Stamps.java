package org.pentimento.trigger;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.Point;
import org.pentimento.api.trigger.Trigger;

/** What the tests of all triggers need: photos, eyes and a short way to stamp. */
final class Stamps {
  private Stamps() {}

  static Image stamp(Trigger trigger, Image photo, Map<String, ?> settings, long seed)
      throws IOException {
    return trigger.apply(
        photo, Optional.of(eyes(photo)), Settings.of(trigger.descriptor(), settings), seed);
  }

  /** A photo without structure whose values stay far from the clamps. */
  static Image grain(int width, int height, int planes) {
    SplittableRandom random = new SplittableRandom(11);
    float[] data = new float[width * height * planes];
    for (int i = 0; i < data.length; i++) {
      data[i] = 0.3f + 0.4f * (float) random.nextDouble();
    }
    return Image.of(width, height, planes, data);
  }

  static Eyes eyes(Image photo) {
    double y = photo.height() / 2.0 - 0.5;
    return new Eyes(
        new Point(photo.width() * 0.375 - 0.5, y), new Point(photo.width() * 0.625 - 0.5, y));
  }
}
