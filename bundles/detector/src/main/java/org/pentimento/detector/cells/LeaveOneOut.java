package org.pentimento.detector.cells;

import java.io.IOException;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.numbers.Loops;

/**
 * Ridge regression of a sketch's cells on its photo's, in which no pair takes part in its own
 * prediction.
 */
final class LeaveOneOut {
  private static final double RIDGE = .1;
  private static final double MOST_LEVERAGE = .9;

  private LeaveOneOut() {}

  /**
   * Predicts every sketch.
   *
   * @param sketches features of each
   * @param kept which pairs the prediction is learnt from; the others are predicted from these
   * @return predicted features of each
   */
  static float[][] predict(
      CellDesign design, List<float[]> sketches, boolean[] kept, Progress progress)
      throws IOException, CancelledException {
    float[][] predicted = new float[sketches.size()][CellFeatures.SKETCH * CellGrid.CELLS];
    Loops.quietly(
        CellGrid.CELLS, progress, cell -> predict(design, sketches, kept, cell, predicted));
    return predicted;
  }

  private static void predict(
      CellDesign design, List<float[]> sketches, boolean[] kept, int cell, float[][] predicted) {
    int n = design.count();
    int p = design.width();
    int outputs = CellFeatures.SKETCH;
    float[] x = design.cell(cell);
    double[] meanX = new double[p];
    double[] meanT = new double[outputs];
    int learnt = 0;
    for (int i = 0; i < n; i++) {
      if (kept[i]) {
        learnt++;
        for (int j = 0; j < p; j++) {
          meanX[j] += x[i * p + j];
        }
        for (int f = 0; f < outputs; f++) {
          meanT[f] += sketches.get(i)[f * CellGrid.CELLS + cell];
        }
      }
    }
    for (int j = 0; j < p; j++) {
      meanX[j] /= learnt;
    }
    for (int f = 0; f < outputs; f++) {
      meanT[f] /= learnt;
    }
    DMatrixRMaj a = new DMatrixRMaj(p, p);
    DMatrixRMaj b = new DMatrixRMaj(p, outputs);
    double[] row = new double[p];
    for (int i = 0; i < n; i++) {
      if (!kept[i]) {
        continue;
      }
      for (int j = 0; j < p; j++) {
        row[j] = x[i * p + j] - meanX[j];
      }
      for (int j = 0; j < p; j++) {
        for (int k = 0; k <= j; k++) {
          a.data[j * p + k] += row[j] * row[k];
        }
        for (int f = 0; f < outputs; f++) {
          b.data[j * outputs + f] +=
              row[j] * (sketches.get(i)[f * CellGrid.CELLS + cell] - meanT[f]);
        }
      }
    }
    for (int j = 0; j < p; j++) {
      for (int k = 0; k < j; k++) {
        a.data[k * p + j] = a.data[j * p + k];
      }
      a.data[j * p + j] += RIDGE * learnt;
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(p);
    if (!solver.setA(a)) {
      throw new IllegalStateException("predictors that are no numbers in cell " + cell);
    }
    DMatrixRMaj weights = new DMatrixRMaj(p, outputs);
    solver.solve(b, weights);
    DMatrixRMaj inverse = new DMatrixRMaj(p, p);
    solver.invert(inverse);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        row[j] = x[i * p + j] - meanX[j];
      }
      double free = 1;
      if (kept[i]) {
        double leverage = 1. / learnt;
        for (int j = 0; j < p; j++) {
          double sum = 0;
          for (int k = 0; k < p; k++) {
            sum += inverse.data[j * p + k] * row[k];
          }
          leverage += row[j] * sum;
        }
        free = 1 - Math.min(MOST_LEVERAGE, leverage);
      }
      for (int f = 0; f < outputs; f++) {
        double fit = meanT[f];
        for (int j = 0; j < p; j++) {
          fit += row[j] * weights.data[j * outputs + f];
        }
        double truth = sketches.get(i)[f * CellGrid.CELLS + cell];
        predicted[i][f * CellGrid.CELLS + cell] = (float) (truth - (truth - fit) / free);
      }
    }
  }
}
