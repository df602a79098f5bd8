package org.pentimento.audit.inspection.photo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest first.
 *
 * @param values eigenvalues
 * @param vectors the eigenvector of each, of length 1
 */
record Eigenvectors(double[] values, double[][] vectors) {
  /** Decomposes a matrix, which is not changed. */
  static Eigenvectors of(double[][] symmetric) {
    int n = symmetric.length;
    EigenDecomposition_F64<DMatrixRMaj> found = DecompositionFactory_DDRM.eig(n, true, true);
    if (!found.decompose(new DMatrixRMaj(symmetric))) {
      throw new IllegalStateException("a symmetric matrix that has no eigenvalues");
    }
    List<Integer> order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -found.getEigenvalue(i).getReal()))
            .toList();
    return new Eigenvectors(
        order.stream().mapToDouble(i -> found.getEigenvalue(i).getReal()).toArray(),
        order.stream().map(i -> found.getEigenVector(i).getData()).toArray(double[][]::new));
  }
}
