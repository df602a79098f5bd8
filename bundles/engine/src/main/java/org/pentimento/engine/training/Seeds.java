package org.pentimento.engine.training;

/** Seeds for the parts of a training, out of its one seed. */
public final class Seeds {
  private Seeds() {}

  /**
   * A seed for one use. Different uses get seeds that have nothing to do with each other, which
   * neighbouring seeds of {@link java.util.SplittableRandom} would.
   *
   * <p>D. Stafford's variant 13 of the 64-bit finaliser of MurmurHash3.
   */
  public static long derive(long seed, long use) {
    return mix(mix(seed) + use);
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
