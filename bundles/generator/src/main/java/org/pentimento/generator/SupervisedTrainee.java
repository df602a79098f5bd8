package org.pentimento.generator;

import java.util.List;
import java.util.Map;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.Trainee;

/**
 * Learns to draw by the mean absolute difference from the true sketch. The mean squared difference
 * would end in white paper, because sketches are mostly white.
 */
final class SupervisedTrainee implements Trainee {
  private final Learner learner;
  private final Canvas canvas;

  SupervisedTrainee(Learner learner, Canvas canvas) {
    this.learner = learner;
    this.canvas = canvas;
  }

  @Override
  public Map<String, Double> step(long step, List<Image> photos, List<Image> sketches) {
    Tensor drawn = learner.network().forward(canvas.pack(photos), true);
    Losses.Loss loss = Losses.l1(drawn, canvas.pack(sketches));
    learner.network().backward(loss.gradient());
    learner.adam().update(step);
    return Map.of("l1", loss.value());
  }

  @Override
  public List<Image> sketch(List<Image> photos) {
    return new Drawing(learner.network(), canvas).sketch(photos);
  }

  @Override
  public Map<String, List<Integer>> shapes() {
    return learner.shapes();
  }

  @Override
  public Map<String, Tensor> state() {
    return learner.state();
  }

  @Override
  public void restore(Map<String, Tensor> state) {
    learner.restore(state);
  }
}
