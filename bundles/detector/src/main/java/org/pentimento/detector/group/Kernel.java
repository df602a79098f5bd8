package org.pentimento.detector.group;

/**
 * How alike photos are, two by two: cosines, with zeros on the diagonal.
 *
 * @param trait in what they are compared
 * @param flattening how far directions that all photos share were damped: 0 not at all, else an
 *     eigenvalue l became l / (l + flattening * mean)
 * @param n number of photos
 * @param values {@code n} rows of {@code n}, symmetric
 */
public record Kernel(Trait trait, double flattening, int n, float[] values) {
  /** Sums of all rows. */
  float[] sums() {
    float[] sums = new float[n];
    for (int i = 0; i < n; i++) {
      float sum = 0;
      for (int j = 0; j < n; j++) {
        sum += values[i * n + j];
      }
      sums[i] = sum;
    }
    return sums;
  }
}
