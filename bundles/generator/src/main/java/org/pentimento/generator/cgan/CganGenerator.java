package org.pentimento.generator.cgan;

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
import org.pentimento.generator.network.UNetShape;
import org.pentimento.generator.training.TrainingRecord;
import org.pentimento.generator.training.TrainingSettings;

/** The conditional generative adversarial network pix2pix. */
@Component(service = Generator.class)
public final class CganGenerator implements Generator {
  private static final double BETA_1 = 0.5;
  private static final String UPSAMPLING = "upsampling";
  private static final String TRANSPOSED = "transposed";
  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "cgan",
          "Conditional GAN (pix2pix)",
          "1.2.0",
          "A U-Net that sees the whole image and learns against a 70x70 PatchGAN and by the mean"
              + " absolute difference. Published with batch 1, transposed decoder, linear schedule"
              + " and crop-and-flip.",
          "P. Isola, J.-Y. Zhu, T. Zhou, A. A. Efros: Image-to-Image Translation with Conditional"
              + " Adversarial Networks. CVPR 2017",
          TrainingSettings.parameters(
              List.of(
                  Parameter.integer(
                      "width",
                      "Width",
                      "Channels of the first level; deeper ones have up to eight times as many.",
                      "",
                      64,
                      1,
                      256),
                  Parameter.integer(
                      "levels",
                      "Levels",
                      "How often the image is halved; 0 for as often as its size allows.",
                      "",
                      0,
                      0,
                      8),
                  Parameter.choice(
                      "decoder",
                      "Decoder",
                      "How the image grows again: upsampling and 3x3 convolutions, or 4x4"
                          + " transposed ones.",
                      UPSAMPLING,
                      TRANSPOSED)),
              25,
              4,
              2e-4,
              List.of(
                  Parameter.number(
                      "l1-weight",
                      "Weight of L1",
                      "How much the absolute difference counts against fooling the discriminator.",
                      "",
                      100,
                      0,
                      10_000),
                  Parameter.number(
                      "dropout",
                      "Dropout",
                      "Share dropped in the first decoder blocks.",
                      "",
                      0.5,
                      0,
                      0.9))),
          Set.of());

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  /** The U-Net that settings ask for, for images of a size. */
  public static UNetShape shape(Settings settings, int width, int height) {
    int levels = settings.integer("levels");
    return new UNetShape(
        settings.integer("width"),
        levels == 0 ? UNetShape.levelsFor(width, height) : Math.max(2, levels),
        settings.text("decoder").equals(TRANSPOSED));
  }

  @Override
  public int reach(Settings settings, int width, int height) {
    UNetShape shape = shape(settings, width, height);
    return shape.reach(CganBlueprint.packing(shape), width, height);
  }

  @Override
  public Model train(
      Examples examples, Settings settings, long seed, TrainingMonitor monitor, Progress progress)
      throws IOException, CancelledException, DivergedException {
    Blueprint blueprint =
        CganBlueprint.generator(
            shape(settings, examples.width(), examples.height()), settings.number("dropout"));
    TrainingRecord record = TrainingRecord.of(DESCRIPTOR, settings, seed, examples);
    TrainingPlan plan = TrainingSettings.plan(record, settings, seed);
    double rate = TrainingSettings.learningRate(settings);
    Network network =
        blueprint.random(Initialisation.SMALL_NORMAL, Seeds.derive(seed, TrainingRecord.WEIGHTS));
    boolean trained = false;
    try (Network judge = judge(settings, seed);
        Adam adam = new Adam(network, rate, BETA_1);
        Adam judgeAdam = new Adam(judge, rate, BETA_1)) {
      Learner drawing = new Learner("generator", network, adam);
      Learner judging = new Learner("discriminator", judge, judgeAdam);
      TrainingEnd end =
          new TrainingLoop(plan, examples, monitor, progress)
              .run(
                  new AdversarialTrainee(
                      drawing,
                      judging,
                      blueprint.packing(),
                      settings.number("l1-weight"),
                      TrainingSettings.ink(settings, blueprint.packing()),
                      Seeds.derive(seed, TrainingRecord.DROPOUT)));
      trained = true;
      return new NetworkModel(record.card(end, List.of(drawing, judging)), blueprint, network);
    } finally {
      if (!trained) {
        network.close();
      }
    }
  }

  private static Network judge(Settings settings, long seed) {
    Network judge = Network.of(CganBlueprint.discriminator(settings.integer("width")));
    judge.initialise(
        Initialisation.SMALL_NORMAL, Seeds.derive(seed, TrainingRecord.DISCRIMINATOR_WEIGHTS));
    return judge;
  }

  @Override
  public Model read(Path folder) throws IOException {
    ModelCard card = ModelCard.read(folder, DESCRIPTOR);
    Settings settings = Settings.of(DESCRIPTOR, card.settings());
    return NetworkModel.read(
        folder,
        card,
        CganBlueprint.generator(
            shape(settings, card.width(), card.height()), settings.number("dropout")));
  }
}
