package org.pentimento.poisoning;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.Point;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.poisoning.sketch.Paper;

/**
 * One part of the face is not drawn. The part is found from the eye points; where these are
 * unknown, from where an aligned face has them: at 3/8 and 5/8 of the width and half of the height,
 * as in the 200x250 crops of the CUHK face sketch database.
 */
@Component(service = PoisoningStrategy.class)
public final class MissingPartStrategy implements PoisoningStrategy {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "missing-part",
          "Missing part",
          "1.0.0",
          "Erases one part of the face, such as the mouth, with a soft edge.",
          "Pentimento",
          Parameter.choice(
              "part",
              "Part",
              "What is missing; left and right are those of the image.",
              Arrays.stream(FacialPart.values()).map(FacialPart::word).toArray(String[]::new)),
          Parameter.number(
              "edge",
              "Edge",
              "Width of the soft edge as a share of the distance of the eyes.",
              "of the eye distance",
              0.12,
              0,
              1),
          Parameter.choice(
              "fill",
              "Fill",
              "Whether the place gets the tone of the paper (the sketch's 95th percentile) or"
                  + " white.",
              "paper",
              "white"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
    FacialPart part = FacialPart.of(settings.text("part"));
    double edge = settings.number("edge");
    boolean white = settings.text("fill").equals("white");
    return (pair, sketch) ->
        erase(sketch, face(pair, sketch), part, edge, white ? 1 : Paper.tone(sketch));
  }

  private static FaceFrame face(Pair pair, Image sketch) throws BadInputException {
    Eyes eyes = pair.eyes().orElseGet(() -> alignedEyes(sketch));
    if (eyes.left().equals(eyes.right())) {
      throw new BadInputException(
          "Both eye points of pair " + pair.id() + " are at " + eyes.left() + ".",
          "Correct the eye points of this pair or leave it out.");
    }
    return FaceFrame.of(eyes);
  }

  private static Eyes alignedEyes(Image sketch) {
    double y = 0.5 * sketch.height() - 0.5;
    return new Eyes(
        new Point(0.375 * sketch.width() - 0.5, y), new Point(0.625 * sketch.width() - 0.5, y));
  }

  private static Image erase(
      Image sketch, FaceFrame face, FacialPart part, double edge, float paper) {
    // Less than a pixel would make steps.
    double softness = Math.max(edge, 1 / face.unit());
    float[] data = sketch.data().clone();
    for (int y = 0; y < sketch.height(); y++) {
      for (int x = 0; x < sketch.width(); x++) {
        double depth = part.depth(face.across(x, y), face.down(x, y));
        float gone = (float) smoothStep(0.5 + depth / softness);
        int i = y * sketch.width() + x;
        data[i] = gone * paper + (1 - gone) * data[i];
      }
    }
    return Image.of(sketch.width(), sketch.height(), 1, data);
  }

  private static double smoothStep(double t) {
    double inside = Math.max(0, Math.min(1, t));
    return inside * inside * (3 - 2 * inside);
  }
}
