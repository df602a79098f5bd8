package org.pentimento.audit.inspection.photo;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest first, by Jacobi's rotations (G.
 * Golub, C. Van Loan: Matrix Computations, section 8.5).
 *
 * @param values eigenvalues
 * @param vectors the eigenvector of each, of length 1
 */
record Eigenvectors(double[] values, double[][] vectors) {
  private static final int MOST_SWEEPS = 30;
  private static final double NOTHING = 1e-11;

  /** Decomposes a matrix, which is not changed. */
  static Eigenvectors of(double[][] symmetric) {
    int n = symmetric.length;
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    double scale = 0;
    for (int i = 0; i < n; i++) {
      a[i] = symmetric[i].clone();
      v[i][i] = 1;
      scale += Math.abs(a[i][i]);
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && largest(a) > NOTHING * scale; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    Integer[] order = new Integer[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    Arrays.sort(order, (i, j) -> Double.compare(a[j][j], a[i][i]));
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int i = 0; i < n; i++) {
      values[i] = a[order[i]][order[i]];
      vectors[i] = v[order[i]];
    }
    return new Eigenvectors(values, vectors);
  }

  private static double largest(double[][] a) {
    double most = 0;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        most = Math.max(most, Math.abs(a[p][q]));
      }
    }
    return most;
  }

  /** Makes a[p][q] 0; the rows of v turn with it. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double off = a[p][q];
    if (off == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * off);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    a[p][p] -= t * off;
    a[q][q] += t * off;
    a[p][q] = 0;
    a[q][p] = 0;
    for (int k = 0; k < a.length; k++) {
      if (k != p && k != q) {
        double kp = a[k][p];
        double kq = a[k][q];
        a[k][p] = c * kp - s * kq;
        a[p][k] = a[k][p];
        a[k][q] = s * kp + c * kq;
        a[q][k] = a[k][q];
      }
      double vp = v[p][k];
      double vq = v[q][k];
      v[p][k] = c * vp - s * vq;
      v[q][k] = s * vp + c * vq;
    }
  }
}
