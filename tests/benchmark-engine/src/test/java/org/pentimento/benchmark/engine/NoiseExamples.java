package org.pentimento.benchmark.engine;

import java.util.SplittableRandom;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.image.Image;

/**
 * Random square images.
 *
 * @param size how many
 * @param side of each
 */
record NoiseExamples(int size, int side) implements Examples {
  @Override
  public int width() {
    return side;
  }

  @Override
  public int height() {
    return side;
  }

  @Override
  public Image photo(int index) {
    return noise(index, 3);
  }

  @Override
  public Image sketch(int index) {
    return noise(-1 - index, 1);
  }

  private Image noise(long seed, int planes) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] data = new float[planes * side * side];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextDouble();
    }
    return Image.of(side, side, planes, data);
  }
}
