package org.pentimento.generator;

import java.util.List;
import java.util.Map;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Batch;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.StepReport;
import org.pentimento.engine.training.Trainee;

/**
 * Learns to draw by the mean absolute difference from the true sketch. The mean squared difference
 * would end in white paper, because sketches are mostly white.
 */
final class SupervisedTrainee implements Trainee {
  private final Learner learner;
  private final Canvas canvas;
  private final Losses.Ink ink;

  SupervisedTrainee(Learner learner, Canvas canvas, Losses.Ink ink) {
    this.learner = learner;
    this.canvas = canvas;
    this.ink = ink;
  }

  @Override
  public StepReport step(Batch batch) {
    Tensor drawn = learner.network().forward(canvas.pack(batch.photos()), true);
    Losses.Loss loss = Losses.inkL1(drawn, canvas.pack(batch.sketches()), ink);
    learner.network().backward(loss.gradient());
    double gradient = learner.update(batch);
    return new StepReport(Map.of("l1", loss.value()), Map.of(learner.name(), gradient));
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
