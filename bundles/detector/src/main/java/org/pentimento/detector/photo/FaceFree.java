package org.pentimento.detector.photo;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.pentimento.detector.group.Ranking;
import org.pentimento.detector.residual.Medians;
import org.pentimento.detector.residual.PhotoStack;
import org.pentimento.detector.residual.Smoothing;
import org.pentimento.detector.residual.Workers;

/**
 * Takes from scores of sketches what the kind of face explains. Sketches of some kinds of faces are
 * predicted worse than others, so that suspicion follows hair or light, and the suspicious photos
 * are alike without a trigger. Scores are predicted, each without itself, from the main components
 * of tiny photos, in which a trigger of few photos plays no part.
 */
final class FaceFree {
  private static final int COLUMNS = 8;
  private static final int COMPONENTS = 14;

  private final int n;
  private final DMatrixRMaj design;
  private final DMatrixRMaj solved;

  FaceFree(PhotoStack photos) {
    n = photos.count();
    int kept = Math.min(COMPONENTS, n / 8);
    DMatrixRMaj tiny = levelled(photos);
    DMatrixRMaj products = new DMatrixRMaj(tiny.numCols, tiny.numCols);
    CommonOps_DDRM.multTransA(tiny, tiny, products);
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(tiny.numCols, true, true);
    if (!eigen.decompose(products)) {
      throw new IllegalStateException("no components of tiny photos");
    }
    double[] values = new double[tiny.numCols];
    for (int i = 0; i < values.length; i++) {
      values[i] = eigen.getEigenvalue(i).getReal();
    }
    int[] order = Ranking.descending(values);
    design = new DMatrixRMaj(n, kept + 1);
    for (int k = 0; k < kept; k++) {
      DMatrixRMaj component = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.mult(tiny, eigen.getEigenVector(order[k]), component);
      double scale = 1 / Math.sqrt(values[order[k]] / n + 1e-12);
      for (int i = 0; i < n; i++) {
        design.set(i, k, component.get(i) * scale);
      }
    }
    for (int i = 0; i < n; i++) {
      design.set(i, kept, 1);
    }
    DMatrixRMaj square = new DMatrixRMaj(kept + 1, kept + 1);
    CommonOps_DDRM.multTransA(design, design, square);
    for (int k = 0; k <= kept; k++) {
      square.add(k, k, 1e-3 * n);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(kept + 1);
    if (!solver.setA(square)) {
      throw new IllegalStateException("components that depend on each other");
    }
    DMatrixRMaj inverse = new DMatrixRMaj(kept + 1, kept + 1);
    solver.invert(inverse);
    solved = new DMatrixRMaj(n, kept + 1);
    CommonOps_DDRM.mult(design, inverse, solved);
  }

  private static DMatrixRMaj levelled(PhotoStack photos) {
    int n = photos.count();
    int rows = Math.max(1, Math.round((float) COLUMNS * photos.height() / photos.width()));
    int size = COLUMNS * rows;
    DMatrixRMaj tiny = new DMatrixRMaj(n, photos.planes() * size);
    Workers.each(
        n,
        i -> {
          for (int c = 0; c < photos.planes(); c++) {
            float[] one =
                Smoothing.shrink(
                    photos.plane(i, c), photos.width(), photos.height(), COLUMNS, rows);
            for (int p = 0; p < size; p++) {
              tiny.set(i, c * size + p, one[p]);
            }
          }
        });
    for (int p = 0; p < tiny.numCols; p++) {
      double[] column = new double[n];
      for (int i = 0; i < n; i++) {
        column[i] = tiny.get(i, p);
      }
      double median = Medians.median(column);
      double spread = Medians.deviation(column, median) + 1e-3;
      for (int i = 0; i < n; i++) {
        double z = (column[i] - median) / spread;
        tiny.set(i, p, Math.max(-4, Math.min(4, z)));
      }
    }
    return tiny;
  }

  /** What the face does not explain, of scores that are levelled by rank. */
  double[] of(double[] scores) {
    double[] levelled = new double[n];
    int[] order = Ranking.descending(scores);
    for (int r = 0; r < n; r++) {
      levelled[order[r]] = -StrictMath.log((r + .5) / n);
    }
    DMatrixRMaj target = new DMatrixRMaj(n, 1, true, levelled);
    DMatrixRMaj weights = new DMatrixRMaj(design.numCols, 1);
    CommonOps_DDRM.multTransA(solved, target, weights);
    double[] out = Arrays.copyOf(levelled, n);
    for (int i = 0; i < n; i++) {
      double predicted = 0;
      double leverage = 0;
      for (int k = 0; k < design.numCols; k++) {
        predicted += design.get(i, k) * weights.get(k);
        leverage += design.get(i, k) * solved.get(i, k);
      }
      out[i] = (levelled[i] - predicted) / (1 - Math.min(.9, leverage));
    }
    return out;
  }
}
