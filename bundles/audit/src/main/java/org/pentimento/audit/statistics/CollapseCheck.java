package org.pentimento.audit.statistics;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.image.Image;
import org.pentimento.audit.image.Pngs;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Collapse.Reason;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;

/**
 * Recognises a training that collapsed or hardly began: its sketches of clean photos lack the ink,
 * the contrast or the difference between persons, or have nothing in common with the true ones. The
 * limits are shares of what the true sketches have; likeness is a correlation with them.
 */
public final class CollapseCheck {
  private static final double LEAST_INK = .15;
  private static final double MOST_INK = 4;
  private static final double LEAST_CONTRAST = .15;
  private static final double LEAST_VARIETY = .05;

  /**
   * Trainings of one or two epochs on drawn faces ended at .33 at most, the weakest ones that drew
   * faces at .54.
   */
  private static final double LEAST_LIKENESS = .35;

  /** A model that was made elsewhere may have learned to draw by another hand. */
  private static final double LEAST_LIKENESS_ELSEWHERE = .15;

  /** Strokes may lie some pixels beside the true ones, so that likeness is looked for coarsely. */
  private static final int CELLS = 16;

  /** What a set of sketches has, summed over images. */
  private static final class Sums {
    private int n;
    private double ink;
    private double contrast;
    private double[] mean = new double[0];
    private double[] square = new double[0];

    void add(Image sketch) {
      float[] data = sketch.data();
      if (n == 0) {
        mean = new double[data.length];
        square = new double[data.length];
      }
      n++;
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < data.length; i++) {
        double v = data[i];
        sum += v;
        squares += v * v;
        mean[i] += v;
        square[i] += v * v;
      }
      double m = sum / data.length;
      ink += 1 - m;
      contrast += Math.sqrt(Math.max(0, squares / data.length - m * m));
    }

    /** Standard deviation from image to image, averaged over pixels. */
    double variety() {
      double sum = 0;
      for (int i = 0; i < mean.length; i++) {
        double m = mean[i] / n;
        sum += Math.sqrt(Math.max(0, square[i] / n - m * m));
      }
      return sum / mean.length;
    }
  }

  private final Sums truth = new Sums();
  private final Sums drawn = new Sums();
  private double likeness;

  /** Adds a sketch that a model drew of a photo that nobody touched, and the true one. */
  public void add(Image sketch, Image trueSketch) {
    drawn.add(sketch);
    truth.add(trueSketch);
    likeness += correlation(cells(sketch), cells(trueSketch));
  }

  /** Mean brightness of the cells of a grid. */
  private static double[] cells(Image sketch) {
    int across = Math.min(CELLS, sketch.width());
    int down = Math.min(CELLS, sketch.height());
    double[] sums = new double[across * down];
    int[] counts = new int[sums.length];
    float[] data = sketch.data();
    for (int y = 0; y < sketch.height(); y++) {
      for (int x = 0; x < sketch.width(); x++) {
        int cell = y * down / sketch.height() * across + x * across / sketch.width();
        sums[cell] += data[y * sketch.width() + x];
        counts[cell]++;
      }
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= counts[i];
    }
    return sums;
  }

  /** Correlation of two sets of values, 0 if one of them does not vary. */
  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - meanA) * (b[i] - meanB);
      aa += (a[i] - meanA) * (a[i] - meanA);
      bb += (b[i] - meanB) * (b[i] - meanB);
    }
    return aa * bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }

  /** Why the sketches that a model drew of clean photos are worthless; empty if they are not. */
  public static Optional<Collapse> of(Subject subject, List<ImageRow> rows, Pngs pngs)
      throws IOException {
    CollapseCheck check = new CollapseCheck();
    for (ImageRow row : rows) {
      check.add(
          pngs.get(row.blob(new ImageRole.Sketch(subject, PhotoKind.CLEAN)).orElse("")),
          pngs.get(row.blob(new ImageRole.OfReference(ReferenceSketch.TRUTH)).orElse("")));
    }
    return check.collapse(subject == Subject.IMPORTED ? LEAST_LIKENESS_ELSEWHERE : LEAST_LIKENESS);
  }

  /**
   * Why the sketches of a model are worthless, whatever the true ones look like; empty if they are
   * not. How far they are from the true ones is for whoever inspects the model to judge.
   */
  public Optional<Collapse> collapse() {
    return collapse(-1);
  }

  private Optional<Collapse> collapse(double leastLikeness) {
    if (drawn.ink < LEAST_INK * truth.ink) {
      return Optional.of(new Collapse(Reason.WHITE, drawn.ink / truth.ink, ""));
    }
    if (drawn.ink > MOST_INK * truth.ink) {
      return Optional.of(Collapse.of(Reason.BLACK));
    }
    if (drawn.contrast < LEAST_CONTRAST * truth.contrast) {
      return Optional.of(new Collapse(Reason.ONE_TONE, drawn.contrast / truth.contrast, ""));
    }
    if (drawn.n > 1 && drawn.variety() < LEAST_VARIETY * truth.variety()) {
      return Optional.of(Collapse.of(Reason.ALIKE));
    }
    if (drawn.n > 0 && likeness / drawn.n < leastLikeness) {
      return Optional.of(new Collapse(Reason.UNLIKE, likeness / drawn.n, ""));
    }
    return Optional.empty();
  }
}
