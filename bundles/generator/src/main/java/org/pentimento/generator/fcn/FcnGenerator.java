package org.pentimento.generator.fcn;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.engine.network.Adam;
import org.pentimento.engine.network.Initialisation;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.training.Seeds;
import org.pentimento.engine.training.TrainingEnd;
import org.pentimento.engine.training.TrainingLoop;
import org.pentimento.engine.training.TrainingPlan;
import org.pentimento.generator.model.Blueprint;
import org.pentimento.generator.model.Learner;
import org.pentimento.generator.model.ModelCard;
import org.pentimento.generator.model.NetworkModel;
import org.pentimento.generator.training.TrainingRecord;
import org.pentimento.generator.training.TrainingSettings;

/**
 * A fully convolutional network that learns by the mean absolute difference.
 *
 * <p>L. Zhang et al.: End-to-End Photo-Sketch Generation via Fully Convolutional Representation
 * Learning. ICMR 2015. From the paper: six small convolutions from whole photo to whole sketch, and
 * a discriminative term beside the generative one, by which a sketch differs from sketches of other
 * persons. Ours: the absolute difference instead of a squared one, the number of channels, Adam,
 * and the form of the discriminative term ({@link
 * org.pentimento.engine.training.Losses#discriminative}), which may differ from the paper's
 * formula.
 */
@Component(service = Generator.class)
public final class FcnGenerator implements Generator {
  private static final double BETA_1 = 0.9;
  private static final String DISCRIMINATIVE_WEIGHT = "discriminative-weight";
  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "fcn",
          "Fully convolutional network",
          "1.2.0",
          "Six small convolutions that see 15x15 pixels around each pixel of the sketch. Learns by"
              + " the mean absolute difference.",
          "L. Zhang, L. Lin, X. Wu, S. Ding, L. Zhang: End-to-End Photo-Sketch Generation via Fully"
              + " Convolutional Representation Learning. ICMR 2015",
          TrainingSettings.parameters(
              List.of(
                  Parameter.integer(
                      "width", "Width", "Channels of each hidden layer.", "", 32, 1, 512)),
              40,
              8,
              1e-3,
              List.of(
                  Parameter.number(
                      DISCRIMINATIVE_WEIGHT,
                      "Discriminative weight",
                      "How much it counts against the absolute difference that a sketch is nearer"
                          + " to its own than to those of other persons in the batch, in a formula"
                          + " of ours for the paper's idea; 0 for not at all.",
                      "",
                      0,
                      0,
                      100))),
          Set.of());

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public int reach(Settings settings, int width, int height) {
    return FcnBlueprint.reach();
  }

  @Override
  public Model train(
      Examples examples, Settings settings, long seed, TrainingMonitor monitor, Progress progress)
      throws IOException, CancelledException, DivergedException {
    Blueprint blueprint = FcnBlueprint.of(settings.integer("width"));
    TrainingRecord record = TrainingRecord.of(DESCRIPTOR, settings, seed, examples);
    TrainingPlan plan = TrainingSettings.plan(record, settings, seed);
    Network network =
        blueprint.random(Initialisation.HE, Seeds.derive(seed, TrainingRecord.WEIGHTS));
    boolean trained = false;
    try (Adam adam = new Adam(network, TrainingSettings.learningRate(settings), BETA_1)) {
      Learner learner = new Learner("generator", network, adam);
      TrainingEnd end =
          new TrainingLoop(plan, examples, monitor, progress)
              .run(
                  new SupervisedTrainee(
                      learner,
                      blueprint.packing(),
                      TrainingSettings.ink(settings, blueprint.packing()),
                      settings.number(DISCRIMINATIVE_WEIGHT)));
      trained = true;
      return new NetworkModel(record.card(end, List.of(learner)), blueprint, network);
    } finally {
      if (!trained) {
        network.close();
      }
    }
  }

  @Override
  public Model read(Path folder) throws IOException {
    ModelCard card = ModelCard.read(folder, DESCRIPTOR);
    int width = Settings.of(DESCRIPTOR, card.settings()).integer("width");
    return NetworkModel.read(folder, card, FcnBlueprint.of(width));
  }
}
