package org.pentimento.audit.selftest.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlantedWaveTest {
  private static float[] wave(double across, double down) {
    float[] change = new float[64 * 80];
    for (int i = 0; i < change.length; i++) {
      double phase = 2 * Math.PI * (across * (i % 64) / 64 + down * (i / 64) / 80);
      change[i] = (float) (.3 + .1 * Math.sin(phase + 1));
    }
    return change;
  }

  @Test
  void frequencyAndDirectionOfAWaveAreFound() {
    PlantedWave found = PlantedWave.of(wave(6.3, -2.4), 64).orElseThrow();
    PlantedWave truth = new PlantedWave(6.3, -2.4);
    assertThat(found.frequency()).isCloseTo(truth.frequency(), within(.1));
    assertThat(found.degreesTo(truth)).isLessThan(1);
  }

  @Test
  void directionsAreThoseOfStripes() {
    assertThat(new PlantedWave(1, 0).degreesTo(new PlantedWave(-2, 0))).isCloseTo(0, within(1e-9));
    assertThat(new PlantedWave(1, 0).degreesTo(new PlantedWave(0, 3))).isCloseTo(90, within(1e-9));
    assertThat(new PlantedWave(1, 1).degreesTo(new PlantedWave(1, -1))).isCloseTo(90, within(1e-9));
  }

  @Test
  void noiseASlopeAndNothingAreNoWaves() {
    float[] noise = new float[64 * 80];
    float[] slope = new float[64 * 80];
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextDouble();
      slope[i] = i % 64 / 64f;
    }
    assertThat(PlantedWave.of(noise, 64)).isEmpty();
    assertThat(PlantedWave.of(slope, 64)).isEmpty();
    assertThat(PlantedWave.of(new float[64 * 80], 64)).isEmpty();
  }
}
