package org.pentimento.generator.fcn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Batch;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.StepReport;
import org.pentimento.engine.training.Trainee;
import org.pentimento.generator.model.Drawing;
import org.pentimento.generator.model.ImagePacking;
import org.pentimento.generator.model.Learner;

/**
 * Learns to draw by the mean absolute difference from the true sketch and, at a weight above 0, to
 * draw sketches that are nearer to the true sketch than to sketches of other persons. The mean
 * squared difference would end in white paper, because sketches are mostly white.
 */
public final class SupervisedTrainee implements Trainee {
  private final Learner learner;
  private final ImagePacking packing;
  private final Losses.Ink ink;
  private final double discriminativeWeight;

  /** Trains a network, which stays the caller's. */
  public SupervisedTrainee(
      Learner learner, ImagePacking packing, Losses.Ink ink, double discriminativeWeight) {
    this.learner = learner;
    this.packing = packing;
    this.ink = ink;
    this.discriminativeWeight = discriminativeWeight;
  }

  @Override
  public StepReport step(Batch batch) {
    Tensor sketch = packing.pack(batch.sketches());
    Tensor drawn = learner.network().forward(packing.pack(batch.photos()), true);
    Losses.Loss l1 = Losses.inkL1(drawn, sketch, ink);
    Map<String, Double> losses = new LinkedHashMap<>();
    losses.put("l1", l1.value());
    Tensor gradient = l1.gradient();
    if (discriminativeWeight > 0) {
      Losses.Loss discriminative = Losses.discriminative(drawn, sketch);
      losses.put("discriminative", discriminative.value());
      gradient = gradient.plus(discriminativeWeight, discriminative.gradient());
    }
    learner.network().backward(gradient);
    return new StepReport(losses, Map.of(learner.name(), learner.update(batch)));
  }

  @Override
  public List<Image> sketch(List<Image> photos) {
    return new Drawing(learner.network(), packing).sketch(photos);
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
