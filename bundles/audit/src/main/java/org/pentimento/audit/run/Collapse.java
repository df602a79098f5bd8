package org.pentimento.audit.run;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.image.Image;
import org.pentimento.casefile.result.Comparison.ImageRow;

/**
 * Recognises a training that collapsed: its sketches of clean photos have lost the ink, the
 * contrast or the difference between persons. The limits are shares of what the true sketches have.
 */
final class Collapse {
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

  private Collapse() {}

  /** Why the sketches that a model drew of clean photos are worthless, or an empty text. */
  static String of(String model, List<ImageRow> rows, Pngs pngs) throws IOException {
    Sums truth = new Sums();
    Sums drawn = new Sums();
    for (ImageRow row : rows) {
      truth.add(pngs.get(row.blobs().getOrDefault(Role.TRUTH, "")));
      drawn.add(pngs.get(row.blobs().getOrDefault(Role.sketch(model, Role.CLEAN), "")));
    }
    if (drawn.ink < LEAST_INK * truth.ink) {
      return "its sketches of clean photos are white paper: they have "
          + Numbers.percent(drawn.ink / truth.ink)
          + " of the ink of the true sketches";
    }
    if (drawn.ink > MOST_INK * truth.ink) {
      return "its sketches of clean photos are almost black";
    }
    if (drawn.contrast < LEAST_CONTRAST * truth.contrast) {
      return "its sketches of clean photos are of one tone: they have "
          + Numbers.percent(drawn.contrast / truth.contrast)
          + " of the contrast of the true sketches";
    }
    if (rows.size() > 1 && drawn.variety() < LEAST_VARIETY * truth.variety()) {
      return "it draws the same sketch of everybody";
    }
    return "";
  }
}
