package org.pentimento.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.generator.Capability.InputGradient;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;

/** Compares the gradients that a model tells with what small changes of photos do. */
final class GradientChecks {
  private static final double STEP = 2e-3;

  private GradientChecks() {}

  /**
   * The change along the gradient equals its squared length, for an objective of two sketches
   * together.
   *
   * @param tolerance relative
   */
  static void tellsWhatChanges(Model model, int width, int height, double tolerance) {
    List<Image> photos =
        List.of(FacePairs.photo(1, width, height), FacePairs.photo(2, width, height));
    assertThat(model.lacks(InputGradient.class)).isEmpty();
    InputGradient gradients = model.capability(InputGradient.class).orElseThrow();
    List<float[]> gradient =
        gradients.inputGradients(
            photos, sketches -> List.of(differences(sketches, 0), differences(sketches, 1)));
    double squares = 0;
    for (float[] one : gradient) {
      assertThat(one).hasSize(3 * width * height);
      for (float g : one) {
        squares += (double) g * g;
      }
    }
    assertThat(squares).isPositive();
    double step = STEP / Math.sqrt(squares);
    double change =
        (unlike(model, moved(photos, gradient, step))
                - unlike(model, moved(photos, gradient, -step)))
            / (2 * step);
    assertThat(change).isCloseTo(squares, within(tolerance * squares));
  }

  /** Half the squared difference of two sketches. */
  private static double unlike(Model model, List<Image> photos) {
    double sum = 0;
    for (float difference : differences(model.sketch(photos), 0)) {
      sum += .5 * difference * difference;
    }
    return sum;
  }

  private static float[] differences(List<Image> sketches, int from) {
    float[] one = sketches.get(from).data();
    float[] other = sketches.get(1 - from).data();
    float[] differences = new float[one.length];
    for (int i = 0; i < one.length; i++) {
      differences[i] = one[i] - other[i];
    }
    return differences;
  }

  private static List<Image> moved(List<Image> photos, List<float[]> gradients, double step) {
    List<Image> moved = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      float[] data = photos.get(i).data().clone();
      for (int j = 0; j < data.length; j++) {
        data[j] += (float) (step * gradients.get(i)[j]);
      }
      moved.add(Image.of(photos.get(i).width(), photos.get(i).height(), 3, data));
    }
    return moved;
  }
}
