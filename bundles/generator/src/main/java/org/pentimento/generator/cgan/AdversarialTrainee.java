package org.pentimento.generator.cgan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.image.Image;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Batch;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.Seeds;
import org.pentimento.engine.training.StepReport;
import org.pentimento.engine.training.Trainee;
import org.pentimento.generator.model.Drawing;
import org.pentimento.generator.model.ImagePacking;
import org.pentimento.generator.model.Learner;

/**
 * Learns to draw sketches that a discriminator takes for true sketches of the photo and that differ
 * little from the true sketch.
 *
 * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR 2017,
 * equation 4 and section 3.3: one discriminator step at half the loss, then one generator step
 * against the changed discriminator.
 */
public final class AdversarialTrainee implements Trainee {
  private final Learner generator;
  private final Learner discriminator;
  private final ImagePacking packing;
  private final double l1Weight;
  private final Losses.Ink ink;
  private final long dropoutSeed;

  /** Trains two networks, which stay the caller's. */
  public AdversarialTrainee(
      Learner generator,
      Learner discriminator,
      ImagePacking packing,
      double l1Weight,
      Losses.Ink ink,
      long dropoutSeed) {
    this.generator = generator;
    this.discriminator = discriminator;
    this.packing = packing;
    this.l1Weight = l1Weight;
    this.ink = ink;
    this.dropoutSeed = dropoutSeed;
  }

  @Override
  public StepReport step(Batch batch) {
    Tensor photo = packing.pack(batch.photos());
    Tensor sketch = packing.pack(batch.sketches());
    generator.network().reseed(Seeds.derive(dropoutSeed, batch.step()));
    Tensor drawn = generator.network().forward(photo, true);
    Tensor drawnPair = beside(photo, drawn);

    Network judge = discriminator.network();
    Losses.Loss real = Losses.crossEntropy(judge.forward(beside(photo, sketch), true), true);
    judge.backward(scaled(real.gradient(), 0.5));
    Losses.Loss fake = Losses.crossEntropy(judge.forward(drawnPair, true), false);
    judge.backwardAdding(scaled(fake.gradient(), 0.5));
    double judging = discriminator.update(batch);

    Losses.Loss fooled = Losses.crossEntropy(judge.forward(drawnPair, true), true);
    Losses.Loss l1 = Losses.inkL1(drawn, sketch, ink);
    Tensor towardsFooling = lastPlane(judge.inputGradient(fooled.gradient()));
    generator.network().backward(towardsFooling.plus(l1Weight, l1.gradient()));
    double drawing = generator.update(batch);

    Map<String, Double> losses = new LinkedHashMap<>();
    // The network's values span 2, the sketches' 1.
    losses.put("l1", l1.value() / (packing.high() - packing.low()));
    losses.put("adversarial", fooled.value());
    losses.put("discriminator", (real.value() + fake.value()) / 2);
    return new StepReport(losses, Map.of(generator.name(), drawing, discriminator.name(), judging));
  }

  /** Photo and sketch as one image of four planes. */
  private static Tensor beside(Tensor photo, Tensor sketch) {
    int planes = photo.size(3);
    float[] p = photo.values();
    float[] s = sketch.values();
    float[] both = new float[p.length + s.length];
    for (int i = 0; i < s.length; i++) {
      System.arraycopy(p, i * planes, both, i * (planes + 1), planes);
      both[i * (planes + 1) + planes] = s[i];
    }
    return Tensor.of(List.of(photo.size(0), photo.size(1), photo.size(2), planes + 1), both);
  }

  private static Tensor lastPlane(Tensor images) {
    int planes = images.size(3);
    float[] values = new float[images.values().length / planes];
    for (int i = 0; i < values.length; i++) {
      values[i] = images.values()[i * planes + planes - 1];
    }
    return Tensor.of(List.of(images.size(0), images.size(1), images.size(2), 1), values);
  }

  private static Tensor scaled(Tensor tensor, double factor) {
    float[] values = new float[tensor.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (tensor.values()[i] * factor);
    }
    return Tensor.of(tensor.shape(), values);
  }

  @Override
  public List<Image> sketch(List<Image> photos) {
    return new Drawing(generator.network(), packing).sketch(photos);
  }

  @Override
  public Map<String, List<Integer>> shapes() {
    Map<String, List<Integer>> shapes = new LinkedHashMap<>(generator.shapes());
    shapes.putAll(discriminator.shapes());
    return shapes;
  }

  @Override
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>(generator.state());
    state.putAll(discriminator.state());
    return state;
  }

  @Override
  public void restore(Map<String, Tensor> state) {
    generator.restore(state);
    discriminator.restore(state);
  }
}
