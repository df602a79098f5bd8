package org.pentimento.metric.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseCongruencyTest {
  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "2,2", "3,7", "16,12", "21,14", "20,23"})
  void agreesWithANaiveComputation(int width, int height) {
    double[] image = stroke(width, height, 5);
    double[] expected = NaivePhaseCongruency.of(image, width, height);

    float[] found = new PhaseCongruency(width, height).of(image);

    for (int i = 0; i < found.length; i++) {
      assertThat((double) found[i]).as("pixel %d", i).isCloseTo(expected[i], within(2e-5));
    }
  }

  @Test
  void isOneAtMostAndHigherOnALineThanInNoise() {
    int n = 64;
    SplittableRandom random = new SplittableRandom(3);
    double[] image = new double[n * n];
    for (int i = 0; i < image.length; i++) {
      image[i] = (Math.abs(i % n - n / 2) < 2 ? 40 : 200) + 20 * random.nextDouble();
    }
    float[] found = new PhaseCongruency(n, n).of(image);

    double onLine = 0;
    double inNoise = 0;
    for (int y = 0; y < n; y++) {
      onLine += found[y * n + n / 2];
      inNoise += found[y * n + n / 4];
    }
    assertThat(onLine).isGreaterThan(2 * inNoise);
    for (float v : found) {
      assertThat(v).isBetween(0f, 1.0001f);
    }
  }

  @ParameterizedTest
  @CsvSource({"20,25", "19,23"})
  void ofAConstantImageIsExactlyZero(int width, int height) {
    double[] image = new double[width * height];
    Arrays.fill(image, 77.7);
    assertThat(new PhaseCongruency(width, height).of(image)).containsOnly(0f);
  }

  @Test
  void isTheSameFromManyThreadsAndASecondTime() throws Exception {
    PhaseCongruency congruency = new PhaseCongruency(40, 50);
    List<float[]> alone = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      alone.add(congruency.of(stroke(40, 50, seed)));
    }
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[]>> together = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        int seed = i % 8;
        together.add(pool.submit(() -> congruency.of(stroke(40, 50, seed))));
      }
      for (int i = 0; i < 64; i++) {
        assertThat(together.get(i).get()).containsExactly(alone.get(i % 8));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void theCacheKeepsTheSizesUsedLast() {
    PhaseCongruencyCache cache = new PhaseCongruencyCache();
    PhaseCongruency first = cache.forSize(8, 8);
    for (int size = 9; size < 12; size++) {
      cache.forSize(size, size);
    }
    assertThat(cache.forSize(8, 8)).isSameAs(first);
    PhaseCongruency second = cache.forSize(9, 9);
    cache.forSize(20, 20);
    cache.forSize(8, 8);
    cache.forSize(21, 21);
    cache.forSize(22, 22);
    assertThat(cache.forSize(8, 8)).isSameAs(first);
    assertThat(cache.forSize(9, 9)).isNotSameAs(second);
  }

  private static double[] stroke(int width, int height, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] image = new double[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double line = Math.abs(x - 0.6 * y - 2 - seed % 3) < 1.5 ? 40 : 220;
        image[y * width + x] = Math.rint(line + 10 * random.nextDouble());
      }
    }
    return image;
  }
}
