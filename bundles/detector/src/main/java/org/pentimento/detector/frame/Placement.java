package org.pentimento.detector.frame;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.detector.numbers.Loops;
import org.pentimento.detector.numbers.Robust;

/**
 * Where faces lie at working size.
 *
 * @param x column of the middle between the eyes
 * @param y row of the middle between the eyes
 * @param distance of the eyes in pixels
 * @param aligning whether faces lie so differently that each is moved to this place
 */
public record Placement(double x, double y, double distance, boolean aligning) {
  /** The usual place of published collections, for faces whose eyes nobody knows. */
  public static final Placement USUAL = new Placement(31.66, 39.66, 16, false);

  private static final int SAMPLE = 64;
  private static final int LEAST = 5;
  private static final double SAME_PLACE = 1.5;
  private static final double LEAST_DISTANCE = 4;

  /** The common place of the faces of some pairs, from at most 64 of them. */
  public static Placement of(List<SuspectPair> pairs, Progress progress)
      throws IOException, CancelledException {
    List<SuspectPair> known = pairs.stream().filter(p -> p.eyePoints() != null).toList();
    int count = Math.min(SAMPLE, known.size());
    if (count < LEAST) {
      return USUAL;
    }
    double[][] places = new double[4][count];
    Loops.quietly(
        count,
        progress,
        i -> {
          SuspectPair pair = known.get((int) ((long) i * known.size() / count));
          Image photo = pair.photo().decode();
          Eyes eyes = atWorkingSize(pair.eyes().orElseThrow(), photo.width(), photo.height());
          places[0][i] = (eyes.left().x() + eyes.right().x()) / 2;
          places[1][i] = (eyes.left().y() + eyes.right().y()) / 2;
          places[2][i] = eyes.distance();
          places[3][i] = (eyes.right().y() - eyes.left().y()) / 2;
        });
    double widest = 0;
    for (double[] place : places) {
      widest = Math.max(widest, Robust.spread(place, Robust.median(place)));
    }
    Placement found =
        new Placement(
            Robust.median(places[0]),
            Robust.median(places[1]),
            Robust.median(places[2]),
            widest > SAME_PLACE);
    return found.distance < LEAST_DISTANCE ? USUAL : found;
  }

  /** Eye points of a photo of a size, at working size. */
  public static Eyes atWorkingSize(Eyes eyes, int width, int height) {
    return ScaledPoints.scale(
        eyes, WorkingPair.WIDTH / (double) width, WorkingPair.HEIGHT / (double) height);
  }

  /**
   * The similarity that brings a pixel of working size to where it comes from.
   *
   * @return x = a·u - b·v + c, y = b·u + a·v + d for a working pixel (u, v); empty if the face
   *     stays where it is
   */
  Optional<double[]> origin(Optional<Eyes> eyes) {
    if (!aligning || eyes.isEmpty() || !(eyes.get().distance() > 1)) {
      return Optional.empty();
    }
    Eyes known = eyes.get();
    double a = (known.right().x() - known.left().x()) / distance;
    double b = (known.right().y() - known.left().y()) / distance;
    double middleX = (known.left().x() + known.right().x()) / 2;
    double middleY = (known.left().y() + known.right().y()) / 2;
    return Optional.of(new double[] {a, b, middleX - (a * x - b * y), middleY - (b * x + a * y)});
  }
}
