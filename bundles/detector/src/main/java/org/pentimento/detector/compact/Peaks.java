package org.pentimento.detector.compact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The waves that are strongest in a picture. */
public final class Peaks {
  /** Waves of fewer periods are rather a shade. */
  private static final double LEAST = 1.5;

  private Peaks() {}

  private record Peak(int across, int down, double power, double phase) {}

  /**
   * Waves as {@link AddedWave} takes them: periods over the width and over the height, phase.
   *
   * @param values of a picture, plane by plane, of which the mean over planes is looked at
   * @param count how many, strongest first; neighbours of a stronger one are left out
   */
  public static List<double[]> of(float[] values, int width, int height, int count) {
    int area = width * height;
    double[] mean = new double[area];
    for (int i = 0; i < values.length; i++) {
      mean[i % area] += values[i];
    }
    List<Peak> all = new ArrayList<>();
    double[][] cosAcross = table(width, true);
    double[][] sinAcross = table(width, false);
    for (int across = 0; across <= width / 2; across++) {
      double[] re = new double[height];
      double[] im = new double[height];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          re[y] += mean[y * width + x] * cosAcross[across][x];
          im[y] -= mean[y * width + x] * sinAcross[across][x];
        }
      }
      for (int down = across == 0 ? 1 : 1 - height / 2; down <= height / 2; down++) {
        if (across * across + down * down < LEAST * LEAST) {
          continue;
        }
        double real = 0;
        double imaginary = 0;
        for (int y = 0; y < height; y++) {
          double turn = 2 * Math.PI * down * y / height;
          double c = Math.cos(turn);
          double s = -Math.sin(turn);
          real += re[y] * c - im[y] * s;
          imaginary += re[y] * s + im[y] * c;
        }
        // a sine of phase p at the first pixel has the coefficient exp(i (p - pi / 2))
        all.add(
            new Peak(
                across,
                down,
                real * real + imaginary * imaginary,
                Math.atan2(imaginary, real) + Math.PI * (.5 + across + down)));
      }
    }
    all.sort(Comparator.comparingDouble(peak -> -peak.power()));
    List<Peak> kept = new ArrayList<>();
    for (Peak peak : all) {
      if (kept.size() < count
          && kept.stream()
              .noneMatch(
                  k ->
                      Math.abs(k.across() - peak.across()) <= 1
                          && Math.abs(k.down() - peak.down()) <= 1)) {
        kept.add(peak);
      }
    }
    return kept.stream().map(p -> new double[] {p.across(), p.down(), p.phase()}).toList();
  }

  private static double[][] table(int n, boolean cosine) {
    double[][] values = new double[n / 2 + 1][n];
    for (int k = 0; k <= n / 2; k++) {
      for (int i = 0; i < n; i++) {
        double turn = 2 * Math.PI * k * i / n;
        values[k][i] = cosine ? Math.cos(turn) : Math.sin(turn);
      }
    }
    return values;
  }
}
