package org.pentimento.audit.statistics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pentimento.api.image.Image;
import org.pentimento.audit.image.Pngs;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;

/**
 * How far a model's sketches went from the truth to the target, image by image.
 *
 * @param triggered margins on photos with the trigger, in [-1, 1] for sketches between truth and
 *     target
 * @param clean margins on photos without it
 */
public record Margins(double[] triggered, double[] clean) {
  private static final int STEPS = 20;

  /** Margins of all images whose truth and target differ. */
  public static Margins of(List<ImageRow> rows, Subject subject, Pngs pngs) throws IOException {
    List<double[]> both = new ArrayList<>();
    for (ImageRow row : rows) {
      Image truth = image(row, new ImageRole.OfReference(ReferenceSketch.TRUTH), pngs);
      Image target = image(row, new ImageRole.OfReference(ReferenceSketch.TARGET), pngs);
      double apart = distance(truth, target);
      if (apart > 0) {
        both.add(
            new double[] {
              margin(sketch(row, subject, PhotoKind.TRIGGERED, pngs), truth, target, apart),
              margin(sketch(row, subject, PhotoKind.CLEAN, pngs), truth, target, apart)
            });
      }
    }
    return new Margins(
        both.stream().mapToDouble(m -> m[0]).toArray(),
        both.stream().mapToDouble(m -> m[1]).toArray());
  }

  private static Image sketch(ImageRow row, Subject subject, PhotoKind photo, Pngs pngs)
      throws IOException {
    return image(row, new ImageRole.Sketch(subject, photo), pngs);
  }

  private static Image image(ImageRow row, ImageRole role, Pngs pngs) throws IOException {
    return pngs.get(row.blob(role).orElse(""));
  }

  private static double margin(Image sketch, Image truth, Image target, double apart) {
    return (distance(sketch, truth) - distance(sketch, target)) / apart;
  }

  private static double distance(Image a, Image b) {
    float[] x = a.data();
    float[] y = b.data();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.abs(x[i] - y[i]);
    }
    return sum / x.length;
  }

  /** The share of images above each threshold from -1 to 1. */
  public List<SuccessPoint> curve() {
    List<SuccessPoint> curve = new ArrayList<>();
    if (triggered.length == 0) {
      return curve;
    }
    for (int i = -STEPS; i <= STEPS; i++) {
      double threshold = i / (double) STEPS;
      Wilson share = Wilson.of(above(triggered, threshold), triggered.length);
      double clean = (double) above(this.clean, threshold) / this.clean.length;
      curve.add(new SuccessPoint(threshold, share.share(), share.low(), share.high(), clean));
    }
    return curve;
  }

  /** How many sketches lie nearer to the target than to the truth. */
  public Turned turned() {
    int turned = above(triggered, 0);
    if (triggered.length == 0) {
      return new Turned(0, 0, 0, 0, 1);
    }
    Wilson share = Wilson.of(turned, triggered.length);
    return new Turned(triggered.length, turned, above(clean, 0), share.low(), share.high());
  }

  private static int above(double[] margins, double threshold) {
    return (int) Arrays.stream(margins).filter(m -> m > threshold).count();
  }
}
