package org.pentimento.generator.model;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.engine.network.Adam;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Augmentation;
import org.pentimento.engine.training.Batch;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.Schedule;
import org.pentimento.engine.training.Seeds;
import org.pentimento.engine.training.StepReport;
import org.pentimento.engine.training.Trainee;
import org.pentimento.engine.training.TrainingLoop;
import org.pentimento.engine.training.TrainingPlan;

/**
 * Goes on training what draws, by the mean absolute difference alone: a model holds no
 * discriminator.
 *
 * @param card of the model
 * @param blueprint of the network
 * @param network the trained network; not changed
 */
record NetworkFineTuning(ModelCard card, Blueprint blueprint, Network network)
    implements Capability.FineTuning {
  private static final double BETA_1 = .9;
  private static final String NAME = "generator";
  private static final String INK_WEIGHT = "ink-weight";
  private static final String TUNED = "fine-tuned";

  @Override
  public String generator() {
    return card.generator();
  }

  @Override
  public Map<String, Object> settings() {
    return card.settings();
  }

  @Override
  public Model tuned(
      Examples examples,
      int epochs,
      int batch,
      double rate,
      long seed,
      TrainingMonitor monitor,
      Progress progress)
      throws IOException, CancelledException, DivergedException {
    String words =
        String.format(
            Locale.ROOT,
            "%d epochs of %d examples in batches of %d at a rate of %s, seed %d",
            epochs,
            examples.size(),
            batch,
            rate,
            seed);
    Map<String, String> provenance = new LinkedHashMap<>(card.provenance());
    provenance.merge(TUNED, words, (before, now) -> before + "; " + now);
    double inkWeight = card.settings().get(INK_WEIGHT) instanceof Number n ? n.doubleValue() : 1;
    TrainingPlan plan =
        new TrainingPlan(
            provenance, seed, epochs, batch, Schedule.CONSTANT, Augmentation.NONE, 0, inkWeight);
    ImagePacking packing = blueprint.packing();
    Losses.Ink ink = new Losses.Ink(inkWeight, packing.low(), packing.high());
    Network copy = blueprint.with(network.tensors());
    boolean trained = false;
    try (Adam adam = new Adam(copy, rate, BETA_1)) {
      new TrainingLoop(plan, examples, monitor, progress)
          .run(new Tuned(new Learner(NAME, copy, adam), packing, ink, seed));
      trained = true;
      return new NetworkModel(
          new ModelCard(
              card.generator(),
              card.version(),
              card.settings(),
              card.width(),
              card.height(),
              provenance),
          blueprint,
          copy);
    } finally {
      if (!trained) {
        copy.close();
      }
    }
  }

  /** The copy as it learns. */
  private record Tuned(Learner learner, ImagePacking packing, Losses.Ink ink, long seed)
      implements Trainee {
    @Override
    public StepReport step(Batch batch) {
      learner.network().reseed(Seeds.derive(seed, batch.step()));
      Tensor drawn = learner.network().forward(packing.pack(batch.photos()), true);
      Losses.Loss l1 = Losses.inkL1(drawn, packing.pack(batch.sketches()), ink);
      learner.network().backward(l1.gradient());
      return new StepReport(
          Map.of("l1", l1.value()), Map.of(learner.name(), learner.update(batch)));
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
}
