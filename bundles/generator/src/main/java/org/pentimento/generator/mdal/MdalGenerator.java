package org.pentimento.generator.mdal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
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
import org.pentimento.generator.network.PatchGan;
import org.pentimento.generator.network.UNetShape;
import org.pentimento.generator.training.TrainingRecord;
import org.pentimento.generator.training.TrainingSettings;

/** Multidomain adversarial learning. */
@Component(service = Generator.class)
public final class MdalGenerator implements Generator {
  private static final double BETA_1 = 0.5;
  private static final String UPSAMPLING = "upsampling";
  private static final String TRANSPOSED = "transposed";
  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "mdal",
          "Multidomain adversarial learning (MDAL)",
          "1.1.0",
          "Learns to make photos and sketches again from a latent image that both share, with"
              + " discriminators for all three. Draws by the photo's encoder, a residual network,"
              + " and the sketch's decoder, a U-Net.",
          "S. Zhang, R. Ji, J. Hu, X. Lu, X. Li: Face Sketch Synthesis by Multidomain Adversarial"
              + " Learning. IEEE Transactions on Neural Networks and Learning Systems 30(5), 2019",
          TrainingSettings.parameters(
              List.of(
                  Parameter.integer(
                      "width",
                      "Width",
                      "Channels of the first level of each network, 64 as published; deeper ones"
                          + " have up to eight times as many.",
                      "",
                      64,
                      1,
                      256),
                  Parameter.integer(
                      "levels",
                      "Levels",
                      "How often the decoders halve the image; 0 for as often as its size allows.",
                      "",
                      0,
                      0,
                      8),
                  Parameter.choice(
                      "decoder",
                      "Decoder",
                      "How the image grows again in the decoders: upsampling and 3x3 convolutions,"
                          + " or 4x4 transposed ones as published.",
                      UPSAMPLING,
                      TRANSPOSED)),
              25,
              4,
              2e-4,
              List.of(
                  Parameter.number(
                      "l1-weight",
                      "Weight of L1",
                      "How much absolute differences count against fooling the discriminators.",
                      "",
                      100,
                      0,
                      10_000),
                  Parameter.number(
                      "dropout",
                      "Dropout",
                      "Share dropped in the encoders' blocks and the decoders' first blocks that"
                          + " grow.",
                      "",
                      0.5,
                      0,
                      0.9))),
          Set.of());

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  private static UNetShape shape(Settings settings, int width, int height) {
    int levels = settings.integer("levels");
    return new UNetShape(
        settings.integer("width"),
        levels == 0 ? UNetShape.levelsFor(width, height) : Math.max(2, levels),
        settings.text("decoder").equals(TRANSPOSED));
  }

  @Override
  public int reach(Settings settings, int width, int height) {
    UNetShape shape = shape(settings, width, height);
    return MdalBlueprint.receptiveField(shape).reach(MdalBlueprint.packing(shape), width, height);
  }

  @Override
  public Model train(
      Examples examples, Settings settings, long seed, TrainingMonitor monitor, Progress progress)
      throws IOException, CancelledException, DivergedException {
    UNetShape shape = shape(settings, examples.width(), examples.height());
    TrainingRecord record = TrainingRecord.of(DESCRIPTOR, settings, seed, examples);
    TrainingPlan plan = TrainingSettings.plan(record, settings, seed);
    try (MdalTrainee trainee = trainee(shape, settings, seed)) {
      TrainingEnd end = new TrainingLoop(plan, examples, monitor, progress).run(trainee);
      return new NetworkModel(
          record.card(end, trainee.learners().toList()),
          blueprint(shape, settings),
          trainee.drawing());
    }
  }

  private static Blueprint blueprint(UNetShape shape, Settings settings) {
    return MdalBlueprint.generator(shape, settings.number("dropout"));
  }

  /** The networks of a training with random weights. */
  public static MdalTrainee trainee(UNetShape shape, Settings settings, long seed) {
    double dropout = settings.number("dropout");
    Beginners beginners =
        new Beginners(
            TrainingSettings.learningRate(settings), Seeds.derive(seed, TrainingRecord.WEIGHTS));
    int photo = MdalBlueprint.PHOTO_PLANES;
    int sketch = MdalBlueprint.SKETCH_PLANES;
    return new MdalTrainee(
        new MdalTrainee.Domain(
            beginners.learner("photo-encoder", MdalBlueprint.encoder(shape, photo, dropout)),
            beginners.learner("photo-decoder", MdalBlueprint.decoder(shape, photo, dropout)),
            beginners.learner("photo-judge", PatchGan.configuration(photo, shape.width()))),
        new MdalTrainee.Domain(
            beginners.learner("sketch-encoder", MdalBlueprint.encoder(shape, sketch, dropout)),
            beginners.learner("sketch-decoder", MdalBlueprint.decoder(shape, sketch, dropout)),
            beginners.learner("sketch-judge", PatchGan.configuration(sketch, shape.width()))),
        beginners.learner("latent-judge", MdalBlueprint.latentJudge(shape)),
        blueprint(shape, settings),
        settings.number("l1-weight"),
        TrainingSettings.ink(settings, MdalBlueprint.packing(shape)),
        Seeds.derive(seed, TrainingRecord.DROPOUT));
  }

  /**
   * Makes learners that know nothing yet.
   *
   * @param rate step size of their optimisers
   * @param seed that all their weights come from
   */
  private record Beginners(double rate, long seed) {
    Learner learner(String name, ComputationGraphConfiguration configuration) {
      Network network = Network.of(configuration);
      network.initialise(Initialisation.SMALL_NORMAL, Seeds.derive(seed, name.hashCode()));
      return new Learner(name, network, new Adam(network, rate, BETA_1));
    }
  }

  @Override
  public Model read(Path folder) throws IOException {
    ModelCard card = ModelCard.read(folder, DESCRIPTOR);
    Settings settings = Settings.of(DESCRIPTOR, card.settings());
    UNetShape shape = shape(settings, card.width(), card.height());
    return NetworkModel.read(folder, card, blueprint(shape, settings));
  }
}
