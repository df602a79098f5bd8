package org.pentimento.detector.cells;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Principal components. */
final class Components {
  private Components() {}

  /**
   * The scores of rows on their first principal components, each column of zero mean.
   *
   * @param rows row by row; changed: made to have zero mean in each column
   * @return row by row, {@code kept} columns; those that do not exist are 0
   */
  static double[] scores(double[] rows, int count, int columns, int kept) {
    double[] mean = new double[columns];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < columns; j++) {
        mean[j] += rows[i * columns + j] / count;
      }
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < columns; j++) {
        rows[i * columns + j] -= mean[j];
      }
    }
    DMatrixRMaj x = DMatrixRMaj.wrap(count, columns, rows);
    boolean tall = columns <= count;
    int size = tall ? columns : count;
    DMatrixRMaj gram = new DMatrixRMaj(size, size);
    if (tall) {
      CommonOps_DDRM.multInner(x, gram);
    } else {
      CommonOps_DDRM.multOuter(x, gram);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    double[] scores = new double[count * kept];
    if (!eigen.decompose(gram)) {
      return scores;
    }
    boolean[] taken = new boolean[size];
    for (int k = 0; k < Math.min(kept, size); k++) {
      int best = -1;
      for (int e = 0; e < size; e++) {
        if (!taken[e]
            && (best < 0 || eigen.getEigenvalue(e).real > eigen.getEigenvalue(best).real)) {
          best = e;
        }
      }
      taken[best] = true;
      double[] vector = eigen.getEigenVector(best).data;
      double length = Math.sqrt(Math.max(0, eigen.getEigenvalue(best).real));
      for (int i = 0; i < count; i++) {
        if (tall) {
          double sum = 0;
          for (int j = 0; j < columns; j++) {
            sum += rows[i * columns + j] * vector[j];
          }
          scores[i * kept + k] = sum;
        } else {
          scores[i * kept + k] = vector[i] * length;
        }
      }
    }
    return scores;
  }
}
