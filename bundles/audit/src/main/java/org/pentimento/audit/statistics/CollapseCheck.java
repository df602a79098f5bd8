package org.pentimento.audit.statistics;

import java.io.IOException;
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
 * Recognises a training that collapsed: its sketches of clean photos have lost the ink, the
 * contrast or the difference between persons. The limits are shares of what the true sketches have.
 */
public final class CollapseCheck {
  private static final double LEAST_INK = .15;
  private static final double MOST_INK = 4;
  private static final double LEAST_CONTRAST = .15;
  private static final double LEAST_VARIETY = .05;

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

  /** Adds a sketch that a model drew of a photo that nobody touched, and the true one. */
  public void add(Image sketch, Image trueSketch) {
    drawn.add(sketch);
    truth.add(trueSketch);
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
    return check.collapse();
  }

  /** Why the sketches are worthless; empty if they are not. */
  public Optional<Collapse> collapse() {
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
    return Optional.empty();
  }
}
