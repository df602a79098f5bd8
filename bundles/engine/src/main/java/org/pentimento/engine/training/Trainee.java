package org.pentimento.engine.training;

import java.util.List;
import java.util.Map;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;

/** One or several networks that are trained together, step by step. */
public interface Trainee {
  /** Learns from a batch. What it does depends on its state and the batch alone. */
  StepReport step(Batch batch);

  /**
   * Draws sketches as the trained model would; changes nothing.
   *
   * @throws ArithmeticException if the network gives values that are not numbers
   */
  List<Image> sketch(List<Image> photos);

  /** Shapes of all that the next step depends on: weights, statistics, optimiser, by name. */
  Map<String, List<Integer>> shapes();

  /** Copies of all that the next step depends on, by name. */
  Map<String, Tensor> state();

  /** Sets the state to one that was copied before. */
  void restore(Map<String, Tensor> state);
}
