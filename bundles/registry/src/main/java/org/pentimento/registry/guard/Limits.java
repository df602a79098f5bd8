package org.pentimento.registry.guard;

import java.time.Duration;

/**
 * How long a call of an extension may take.
 *
 * @param glance for what must not need long: recognising a file, telling a scale
 * @param image for each image of up to a megapixel; a larger one has as much more as it is larger
 * @param silence for work that reports progress: the longest time without a sign of life
 */
public record Limits(Duration glance, Duration image, Duration silence) {
  private static final int MEGAPIXEL = 1 << 20;

  /** 5 s, 30 s, 5 min, each as many times longer as {@code pentimento.limits.factor} says. */
  public static Limits standard() {
    int factor = Math.max(1, Integer.getInteger("pentimento.limits.factor", 1));
    return new Limits(
        Duration.ofSeconds(5L * factor),
        Duration.ofSeconds(30L * factor),
        Duration.ofMinutes(5L * factor));
  }

  /** For a number of pixels in some images. */
  Duration images(int count, long pixels) {
    return image.multipliedBy(Math.max(Math.max(1, count), pixels / MEGAPIXEL));
  }
}
