package org.pentimento.detector.sketching;

import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.generator.Capability.InputGradient;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;

/**
 * A model with its gradients and with what it draws of the photos as they are.
 *
 * @param model that draws
 * @param gradients of it
 * @param sought its sketches of {@link Photos#seek}
 * @param shown its sketches of {@link Photos#verify}
 */
public record Sitter(Model model, InputGradient gradients, List<Image> sought, List<Image> shown) {
  /**
   * Has a model draw the photos.
   *
   * @throws BadInputException if it tells no gradients
   */
  public static Sitter of(Model model, Photos photos) throws BadInputException {
    InputGradient gradients =
        model
            .capability(InputGradient.class)
            .orElseThrow(
                () ->
                    new BadInputException(
                        "The model does not tell gradients for its photos.",
                        "Use detectors that only look at sketches."));
    return new Sitter(model, gradients, model.sketch(photos.seek()), model.sketch(photos.verify()));
  }

  /** Share of an amount that goes from the sketches when changed photos are drawn. */
  public double effect(List<Image> changed, Objective objective) {
    return 1 - objective.amount(model.sketch(changed)) / Math.max(1e-9, objective.amount(shown));
  }
}
