package org.pentimento.detector.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pentimento.detector.frame.Placement;

class CellFeaturesTest {
  @Test
  void cellsOverlapByHalf() {
    float[] plane = new float[64 * 80];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i % 64;
    }
    float[] means = CellGrid.means(plane);
    assertThat(means).hasSize(500);
    assertThat(means[0]).isEqualTo(2.5f);
    assertThat(means[1]).isEqualTo(5.5f);
    assertThat(means[19]).isEqualTo(59.5f);
    assertThat(CellGrid.middleX(19)).isEqualTo(59.5);
  }

  @Test
  void aWindowKeepsTheSumAwayFromTheBorder() {
    float[] one = new float[CellGrid.CELLS];
    one[10 * CellGrid.COLUMNS + 10] = 21;
    float[] spread = CellGrid.window(one, 3, 7);
    assertThat(spread[10 * CellGrid.COLUMNS + 7]).isCloseTo(1, within(1e-5f));
    assertThat(spread[9 * CellGrid.COLUMNS + 13]).isCloseTo(1, within(1e-5f));
    assertThat(spread[9 * CellGrid.COLUMNS + 14]).isEqualTo(0);
  }

  @Test
  void directionsAreThoseOfTheGradientWithoutItsSign() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      double x = random.nextGaussian();
      double y = random.nextGaussian();
      double wanted = Math.atan2(y, x) / Math.PI * 4;
      wanted = wanted < 0 ? wanted + 4 : wanted;
      assertThat(Orientations.direction(x, y)).isCloseTo(wanted, within(1e-4));
      assertThat(Orientations.direction(-x, -y)).isCloseTo(wanted, within(1e-4));
    }
  }

  @Test
  void lessInkIsSeenAndMirroringTwiceChangesNothing() {
    Random random = new Random(2);
    float[] tone = new float[64 * 80];
    float[] faded = new float[tone.length];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = random.nextFloat();
      faded[i] = 1 - .5f * (1 - tone[i]);
    }
    float[] dark = new float[tone.length];
    float[] features = CellFeatures.sketch(tone, dark);
    float[] lighter = CellFeatures.sketch(faded, dark);
    for (int c = 0; c < CellGrid.CELLS; c++) {
      assertThat(lighter[c] / features[c]).isCloseTo((float) Math.sqrt(.5), within(1e-3f));
    }
    assertThat(CellFeatures.mirrored(CellFeatures.mirrored(features))).isEqualTo(features);
    assertThat(Manner.of(lighter, features).ink()).isCloseTo(Math.log(.5), within(.01));
  }

  @Test
  void partsLieWhereTheEyesSay() {
    for (FaceMasks part : FaceMasks.values()) {
      float[] mask = part.over(Placement.USUAL);
      double sum = 0;
      double x = 0;
      double y = 0;
      for (int c = 0; c < mask.length; c++) {
        sum += mask[c];
        x += mask[c] * CellGrid.middleX(c);
        y += mask[c] * CellGrid.middleY(c);
      }
      assertThat(sum).as(part.word()).isCloseTo(1, within(1e-4));
      if (part == FaceMasks.MOUTH) {
        assertThat(x).isCloseTo(31.66, within(1.));
        assertThat(y).isCloseTo(39.66 + 1.08 * 16, within(1.5));
      }
      if (part == FaceMasks.LEFT_EYE) {
        assertThat(x).isCloseTo(31.66 - 8, within(1.5));
      }
    }
  }
}
