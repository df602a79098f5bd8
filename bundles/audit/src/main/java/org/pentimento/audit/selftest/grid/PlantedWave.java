package org.pentimento.audit.selftest.grid;

import java.util.Optional;

/**
 * A wave over a photo.
 *
 * @param cyclesAcross periods over the width, at least 0
 * @param cyclesDown periods over the height; negative if crests fall to the left
 */
public record PlantedWave(double cyclesAcross, double cyclesDown) {
  private static final int MOST = 16;

  /** What has fewer periods is a slope. */
  private static final double LEAST = 1.5;

  /** A change is a wave if this share of its energy is in one frequency. */
  private static final double SHARE = .5;

  /**
   * The wave that a change is made of; empty if it is none.
   *
   * @param change by how much a trigger changes each pixel of a photo, row by row
   * @param width of the photo
   */
  static Optional<PlantedWave> of(float[] change, int width) {
    float[] data = change.clone();
    double mean = 0;
    for (float value : data) {
      mean += value / data.length;
    }
    double energy = 0;
    for (int i = 0; i < data.length; i++) {
      data[i] -= (float) mean;
      energy += data[i] * data[i];
    }
    PlantedWave best = new PlantedWave(0, 0);
    double most = 0;
    for (double step = 1; step >= .1; step /= 3) {
      PlantedWave around = best;
      int reach = step == 1 ? MOST : 2;
      for (int y = -reach; y <= reach; y++) {
        for (int x = step == 1 ? 0 : -reach; x <= reach; x++) {
          PlantedWave wave =
              new PlantedWave(around.cyclesAcross + x * step, around.cyclesDown + y * step);
          double held = wave.energy(data, width, data.length / width);
          if (held > most) {
            most = held;
            best = wave;
          }
        }
      }
    }
    return most >= SHARE * energy && best.frequency() >= LEAST
        ? Optional.of(best)
        : Optional.empty();
  }

  /** The energy of this frequency in a change. */
  private double energy(float[] data, int width, int height) {
    double real = 0;
    double imaginary = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double phase = 2 * Math.PI * (cyclesAcross * x / width + cyclesDown * y / height);
        real += data[y * width + x] * Math.cos(phase);
        imaginary += data[y * width + x] * Math.sin(phase);
      }
    }
    return 2 * (real * real + imaginary * imaginary) / data.length;
  }

  /** Periods over the photo along its direction. */
  public double frequency() {
    return Math.hypot(cyclesAcross, cyclesDown);
  }

  /** The angle between the directions of two waves in degrees, in [0, 90]. */
  public double degreesTo(PlantedWave other) {
    double turn =
        Math.abs(
            Math.toDegrees(
                Math.atan2(cyclesDown, cyclesAcross)
                    - Math.atan2(other.cyclesDown, other.cyclesAcross)));
    double half = turn % 180;
    return Math.min(half, 180 - half);
  }
}
