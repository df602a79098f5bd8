package org.pentimento.poisoning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;

/** What the tests of all strategies need: sketches, pairs and a short way to prepare. */
final class Drawings {
  private Drawings() {}

  static Image sketch(int width, int height, float... greys) {
    return Image.of(width, height, 1, greys);
  }

  /** A sheet of random greys from black to white. */
  static Image scribble(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] data = new float[width * height];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextDouble();
    }
    return Image.of(width, height, 1, data);
  }

  static Pair pair(String id, String identity, Split split, Image sketch) {
    return new Pair(
        id, identity, split, Map.of(), null, ImageSource.of(sketch), ImageSource.of(sketch));
  }

  /** Training pairs p-0, p-1, ... of persons A, B, ...; two pairs a person. */
  static List<Pair> album(int persons, int width, int height) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 2 * persons; i++) {
      String identity = Character.toString('A' + i / 2);
      pairs.add(pair("p-" + i, identity, Split.TRAIN, scribble(width, height, i)));
    }
    return pairs;
  }

  static Poisoning prepare(
      PoisoningStrategy strategy, List<Pair> donors, Map<String, ?> settings, long seed)
      throws IOException, CancelledException {
    return strategy.prepare(
        donors, Settings.of(strategy.descriptor(), settings), seed, Progress.NONE);
  }
}
