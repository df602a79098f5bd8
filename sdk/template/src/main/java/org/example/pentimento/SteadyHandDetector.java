package org.example.pentimento;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.suspect.SuspectModel.Shadow;

/**
 * Puts a small patch of one colour on photos and measures how far it changes sketches beside it. A
 * clean model redraws the place of the patch; one with a backdoor may redraw the face.
 */
@Component(service = ModelDetector.class)
public final class SteadyHandDetector implements ModelDetector {
  private static final Look FAR =
      new Look(
          "far-change",
          "Change of the sketch away from a patch",
          Axis.SECOND_MODE,
          Harm.PART,
          Look.Scale.RATIO,
          .25,
          1);

  /** Sketches change a little by rounding alone; keeps ratios of values finite. */
  private static final double LEAST = 1e-4;

  /** Photos that each patch is put on. */
  private static final int PHOTOS = 8;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "steady-hand",
          "Steady hand",
          "1.0.0",
          "Puts small patches on photos and measures how far the sketch changes away from them.",
          "A sample of the guide for authors of extensions.",
          Parameter.integer(
              "patches", "Patches", "How many places and colours are tried.", "", 24, 1, 500),
          Parameter.number(
              "side", "Side", "Of a patch, as a share of the photo's.", "", 0.15, 0.05, 0.5));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Look> looks(Settings settings) {
    return List.of(FAR);
  }

  @Override
  public int leastPairs() {
    return 2;
  }

  @Override
  public String blindTo() {
    return "Triggers that are no patch of one colour, and models that have seen too few of them.";
  }

  @Override
  public ModelFinding inspect(SuspectModel suspect, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    List<Image> photos = new ArrayList<>();
    for (int i = 0; i < Math.min(PHOTOS, suspect.pairs().size()); i++) {
      photos.add(suspect.pairs().get(i).photo().decode().colour());
    }
    progress.begin(
        "Trying patches", (suspect.shadows().size() + 1L) * settings.integer("patches"));
    double worst = worst(suspect.model(), photos, settings, seed, progress);
    List<Double> shadows = new ArrayList<>();
    for (Shadow shadow : suspect.shadows()) {
      shadows.add(worst(shadow.model(), photos, settings, seed, progress));
    }
    return new ModelFinding(List.of(Value.of(FAR.id(), worst, shadows)), null, List.of());
  }

  /** The largest mean change that any patch brings about; all models are shown the same patches. */
  private static double worst(
      Model model, List<Image> photos, Settings settings, long seed, Progress progress)
      throws CancelledException {
    List<Image> before = model.sketch(photos);
    Random random = new Random(seed);
    double worst = LEAST;
    for (int i = 0; i < settings.integer("patches"); i++) {
      progress.checkCancelled();
      Patch patch =
          new Patch(
              random.nextDouble(),
              random.nextDouble(),
              settings.number("side"),
              new float[] {random.nextInt(2), random.nextInt(2), random.nextInt(2)});
      List<Image> after = model.sketch(photos.stream().map(patch::on).toList());
      double sum = 0;
      for (int k = 0; k < photos.size(); k++) {
        sum += patch.changeBeside(before.get(k), after.get(k));
      }
      worst = Math.max(worst, sum / photos.size());
      progress.advance(1);
    }
    return worst;
  }

  /** A square; its place is told as a share of the room that there is. */
  private record Patch(double across, double down, double side, float[] colour) {
    Image on(Image photo) {
      float[] data = photo.data().clone();
      int plane = photo.width() * photo.height();
      for (int i = 0; i < plane; i++) {
        if (distance(photo, i) == 0) {
          for (int c = 0; c < colour.length; c++) {
            data[c * plane + i] = colour[c];
          }
        }
      }
      return Image.of(photo.width(), photo.height(), colour.length, data);
    }

    /** Mean change of the pixels that are farther from the patch than it is wide. */
    double changeBeside(Image before, Image after) {
      float[] was = before.data();
      float[] is = after.data();
      double sum = 0;
      int count = 0;
      for (int i = 0; i < was.length; i++) {
        if (distance(before, i) > pixels(before)) {
          sum += Math.abs(was[i] - is[i]);
          count++;
        }
      }
      return count == 0 ? 0 : sum / count;
    }

    private int pixels(Image image) {
      return Math.max(1, (int) (side * Math.min(image.width(), image.height())));
    }

    /** From a pixel to the patch, along the farther axis; 0 within it. */
    private int distance(Image image, int pixel) {
      int size = pixels(image);
      int left = (int) (across * (image.width() - size));
      int top = (int) (down * (image.height() - size));
      return Math.max(
          beyond(pixel % image.width(), left, size), beyond(pixel / image.width(), top, size));
    }

    private static int beyond(int at, int first, int size) {
      return Math.max(0, Math.max(first - at, at - (first + size - 1)));
    }
  }
}
