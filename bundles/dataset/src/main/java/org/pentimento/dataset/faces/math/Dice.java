package org.pentimento.dataset.faces.math;

import java.util.SplittableRandom;

/** Random numbers within a range, around a middle, and weighted choices, all from one seed. */
public final class Dice {
  private final SplittableRandom random;

  /** Makes dice whose throws follow from the seed. */
  public Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Mixes several whole numbers into one seed, the same on every machine. */
  public static long seed(long one, long two, long three) {
    long h = mix(one + 0x9e3779b97f4a7c15L);
    h = mix(h ^ two + 0x9e3779b97f4a7c15L);
    return mix(h ^ three + 0x9e3779b97f4a7c15L);
  }

  private static long mix(long z) {
    long a = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
    return b ^ b >>> 31;
  }

  /** 32 random bits. */
  public int bits() {
    return random.nextInt();
  }

  /** True with a probability. */
  public boolean chance(double probability) {
    return random.nextInt(1 << 20) < probability * (1 << 20);
  }

  /** Evenly from a range. */
  public float in(double low, double high) {
    return (float) (low + (high - low) * (random.nextInt(1 << 24) * 0x1p-24));
  }

  /** Mostly near the middle of a range: the mean of three even draws. */
  public float around(double low, double high) {
    return (in(low, high) + in(low, high) + in(low, high)) / 3f;
  }

  /** One of the values, each as probable as its weight against the sum of weights. */
  public <T> T of(T[] values, int... weights) {
    int total = 0;
    for (int w : weights) {
      total += w;
    }
    int left = random.nextInt(total);
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return values[i];
      }
    }
    throw new IllegalStateException("weights");
  }
}
