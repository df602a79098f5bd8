package org.pentimento.detector.group;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.residual.Bank;
import org.pentimento.detector.residual.Gram;
import org.pentimento.detector.residual.PhotoStack;
import org.pentimento.detector.residual.Residuals;
import org.pentimento.detector.residual.Workers;

/** Compares photos with each other in every trait. */
public final class Kernels {
  private Kernels() {}

  /** All kernels. */
  public static List<Kernel> of(PhotoStack photos, Progress progress) throws CancelledException {
    int count = photos.count();
    Map<Bank, double[]> products = new EnumMap<>(Bank.class);
    for (Bank bank : Bank.values()) {
      Gram gram = new Gram(count);
      new Residuals(bank, photos)
          .eachPlane(progress, (plane, values, positions) -> gram.add(values, positions));
      products.put(bank, gram.symmetric());
      progress.advance(count / 8 + 1);
    }
    List<Kernel> empty = new ArrayList<>();
    for (Trait trait : Trait.values()) {
      for (double flattening : trait.flattenings()) {
        empty.add(new Kernel(trait, flattening, count, new float[count * count]));
      }
    }
    Map<Trait, double[]> sums = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      sums.put(trait, together(trait, products, count));
    }
    progress.checkCancelled();
    Workers.each(
        empty.size(),
        k -> {
          Kernel kernel = empty.get(k);
          fill(
              kernel.values(),
              Objects.requireNonNull(sums.get(kernel.trait())),
              kernel.flattening(),
              count);
        });
    return empty;
  }

  private static double[] together(Trait trait, Map<Bank, double[]> products, int n) {
    if (trait.banks().size() == 1) {
      return Objects.requireNonNull(products.get(trait.banks().get(0)));
    }
    double[] sum = new double[n * n];
    for (Bank bank : trait.banks()) {
      double[] one = Objects.requireNonNull(products.get(bank));
      double trace = trace(one, n);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one[i] / trace;
      }
    }
    return sum;
  }

  private static double trace(double[] k, int n) {
    double trace = 1e-12;
    for (int i = 0; i < n; i++) {
      trace += k[i * n + i];
    }
    return trace;
  }

  private static void fill(float[] to, double[] products, double flattening, int n) {
    double[] k = flattening == 0 ? products : flattened(products, flattening, n);
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      scale[i] = 1 / Math.sqrt(Math.max(k[i * n + i], 1e-9));
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        to[i * n + j] = i == j ? 0 : (float) (k[i * n + j] * scale[i] * scale[j]);
      }
    }
  }

  /**
   * Damps the directions that all photos share, so that faces and light do not drown a pattern:
   * {@code K (K + c I)^-1 = I - c (K + c I)^-1}.
   */
  static double[] flattened(double[] products, double flattening, int n) {
    double damping = flattening * trace(products, n) / n;
    DMatrixRMaj damped = new DMatrixRMaj(n, n, true, products.clone());
    for (int i = 0; i < n; i++) {
      damped.add(i, i, damping);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    if (!solver.setA(damped)) {
      throw new IllegalStateException("a matrix of products that is not positive definite");
    }
    solver.invert(inverse);
    double[] out = inverse.data;
    for (int i = 0; i < out.length; i++) {
      out[i] *= -damping;
    }
    for (int i = 0; i < n; i++) {
      out[i * n + i] += 1;
    }
    return out;
  }
}
