package org.pentimento.metric.fourier;

/**
 * The discrete Fourier transform of a given size along the rows of a matrix, for all columns at
 * once. Every loop runs along contiguous rows with one index, which the JVM's compiler turns into
 * vector instructions. Immutable and safe for use from several threads.
 *
 * <p>Real and imaginary parts are two arrays of rows. A transform may reorder the row arrays, so a
 * caller must not keep references to rows.
 */
public interface RowTransform {
  /** Number of values along each column. */
  int size();

  /** Number of rows that the matrices must have: the first {@link #size()} bear the data. */
  int rows();

  /**
   * Replaces each column x by {@code X[k] = sum of x[j] exp(-2 pi i j k / size)}. Called with real
   * and imaginary part swapped it is the inverse transform without the factor 1/size.
   *
   * @param re real parts, at least {@link #rows()} rows of at least {@code length} values
   * @param im imaginary parts, as many rows and values
   * @param length number of columns to transform
   */
  void forward(float[][] re, float[][] im, int length);

  /**
   * A transform of any size.
   *
   * @param size at least 1
   */
  static RowTransform of(int size) {
    return MixedRadix.fits(size) ? new MixedRadix(size) : new Bluestein(size);
  }
}
