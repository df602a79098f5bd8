package org.pentimento.detector.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShapesTest {
  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void waveIsFoundUnderNoise() {
    int width = 64;
    int height = 80;
    float[] plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] =
          (float)
              (.1 * Math.sin(2 * Math.PI * 7.3 * (i % width) / width)
                  + .05 * (random.nextDouble() - .5));
    }
    Wave wave = Wave.near(plane, width, height, 7, 0);
    assertThat(wave.cyclesAcross()).isCloseTo(7.3, within(.1));
    assertThat(wave.cyclesDown()).isCloseTo(0, within(.1));
    assertThat(wave.amplitude()).isCloseTo(.1, within(.01));
    assertThat(wave.explained()).isGreaterThan(.9);
  }

  @Test
  void tileIsTheSmallestThatRepeats() {
    int width = 60;
    int height = 70;
    double[] tile = random.doubles(11 * 11).toArray();
    float[] planes = new float[3 * width * height];
    for (int i = 0; i < planes.length; i++) {
      int x = i % width;
      int y = i / width % height;
      planes[i] = (float) (tile[y % 11 * 11 + x % 11] - .5);
    }
    Tiles tiles = Tiles.of(planes, width, height);
    assertThat(tiles.side()).isEqualTo(11);
    assertThat(tiles.explained()).isGreaterThan(.95);
  }

  @Test
  void noiseRepeatsNowhere() {
    float[] planes = new float[3 * 40 * 40];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = (float) (random.nextDouble() - .5);
    }
    assertThat(Tiles.of(planes, 40, 40).explained()).isLessThan(.1);
  }
}
