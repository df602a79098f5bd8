package org.pentimento.detector.pattern;

/**
 * The sine wave that comes nearest to a plane.
 *
 * @param cyclesAcross periods over the width, at least 0
 * @param cyclesDown periods over the height; negative if the wave leans the other way
 * @param amplitude of the wave
 * @param explained share of the plane's energy that it explains, in [0, 1]
 */
record Wave(double cyclesAcross, double cyclesDown, double amplitude, double explained) {
  /** Fits it, beginning with some periods. */
  static Wave near(float[] plane, int width, int height, double across, double down) {
    Wave wave = fit(plane, width, height, across, down);
    for (double step = .5; step > .01; step /= 2) {
      for (boolean better = true; better; ) {
        better = false;
        double[][] tries = {{step, 0}, {-step, 0}, {0, step}, {0, -step}};
        for (double[] one : tries) {
          Wave next =
              fit(plane, width, height, wave.cyclesAcross() + one[0], wave.cyclesDown() + one[1]);
          if (next.explained() > wave.explained() + 1e-4) {
            wave = next;
            better = true;
          }
        }
      }
    }
    return wave;
  }

  /** The wave of given periods with the best phase and amplitude. */
  static Wave fit(float[] plane, int width, int height, double across, double down) {
    double[] cx = table(width, across, true);
    double[] sx = table(width, across, false);
    double[] cy = table(height, down, true);
    double[] sy = table(height, down, false);
    double cc = 0;
    double ss = 0;
    double cs = 0;
    double c = 0;
    double s = 0;
    double energy = 1e-12;
    int stride = width > 128 ? 2 : 1;
    for (int y = 0; y < height; y += stride) {
      for (int x = 0; x < width; x += stride) {
        double cos = cx[x] * cy[y] - sx[x] * sy[y];
        double sin = sx[x] * cy[y] + cx[x] * sy[y];
        double v = plane[y * width + x];
        cc += cos * cos;
        ss += sin * sin;
        cs += cos * sin;
        c += cos * v;
        s += sin * v;
        energy += v * v;
      }
    }
    double determinant = cc * ss - cs * cs;
    if (determinant < 1e-6 * cc * ss + 1e-9) {
      return new Wave(across, down, 0, 0);
    }
    double a = (c * ss - s * cs) / determinant;
    double b = (s * cc - c * cs) / determinant;
    return new Wave(
        across, down, Math.sqrt(a * a + b * b), Math.max(0, Math.min(1, (a * c + b * s) / energy)));
  }

  private static double[] table(int length, double cycles, boolean cosine) {
    double[] table = new double[length];
    for (int i = 0; i < length; i++) {
      double angle = 2 * Math.PI * cycles * i / length;
      table[i] = cosine ? StrictMath.cos(angle) : StrictMath.sin(angle);
    }
    return table;
  }
}
