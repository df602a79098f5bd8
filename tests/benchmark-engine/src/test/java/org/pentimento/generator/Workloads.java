package org.pentimento.generator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.image.Image;
import org.pentimento.engine.network.Adam;
import org.pentimento.engine.network.Initialisation;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.training.Batch;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.Trainee;
import org.pentimento.generator.cgan.AdversarialTrainee;
import org.pentimento.generator.cgan.CganBlueprint;
import org.pentimento.generator.fcn.FcnBlueprint;
import org.pentimento.generator.fcn.SupervisedTrainee;
import org.pentimento.generator.mdal.MdalGenerator;
import org.pentimento.generator.mdal.MdalTrainee;
import org.pentimento.generator.model.Blueprint;
import org.pentimento.generator.model.ImagePacking;
import org.pentimento.generator.model.Learner;
import org.pentimento.generator.network.UNetShape;

/** What the generators do over and over, bare of files and reports. */
public final class Workloads implements AutoCloseable {
  private static final double RATE = 2e-4;
  private static final double BETA_1 = 0.5;

  private final List<Image> photos = new ArrayList<>();
  private final List<Image> sketches = new ArrayList<>();
  private final Trainee trainee;
  private final List<AutoCloseable> owned;
  private long step;

  private Workloads(Examples examples, Trainee trainee, List<AutoCloseable> owned)
      throws IOException {
    for (int i = 0; i < examples.size(); i++) {
      photos.add(examples.photo(i));
      sketches.add(examples.sketch(i));
    }
    this.trainee = trainee;
    this.owned = owned;
  }

  /**
   * The work of one network.
   *
   * @param network {@code fcn}, {@code unet}, {@code cgan}, {@code pix2pix} or {@code mdal}
   * @param width channels of the first layer
   * @param batch examples, all learned from or drawn at once
   */
  public static Workloads of(String network, int width, Examples batch) throws IOException {
    UNetShape shape =
        new UNetShape(
            width, UNetShape.levelsFor(batch.width(), batch.height()), network.equals("pix2pix"));
    if (network.equals("mdal")) {
      MdalTrainee trainee =
          MdalGenerator.trainee(shape, Settings.defaults(new MdalGenerator().descriptor()), 1);
      return new Workloads(batch, trainee, List.of(trainee));
    }
    Blueprint blueprint =
        network.equals("fcn") ? FcnBlueprint.of(width) : CganBlueprint.generator(shape, 0.5);
    Network drawing = blueprint.random(Initialisation.SMALL_NORMAL, 1);
    Adam adam = new Adam(drawing, RATE, BETA_1);
    Learner learner = new Learner("generator", drawing, adam);
    ImagePacking packing = blueprint.packing();
    Losses.Ink ink = new Losses.Ink(1, packing.low(), packing.high());
    if (List.of("fcn", "unet").contains(network)) {
      return new Workloads(
          batch, new SupervisedTrainee(learner, packing, ink, 0), List.of(adam, drawing));
    }
    Network judge = Network.of(CganBlueprint.discriminator(width));
    judge.initialise(Initialisation.SMALL_NORMAL, 2);
    Adam judging = new Adam(judge, RATE, BETA_1);
    Learner discriminator = new Learner("discriminator", judge, judging);
    return new Workloads(
        batch,
        new AdversarialTrainee(learner, discriminator, packing, 100, ink, 3),
        List.of(adam, drawing, judging, judge));
  }

  /** One training step. */
  public void step() {
    step++;
    trainee.step(new Batch(step, 1, photos, sketches));
  }

  /** Sketches of the batch. */
  public void forward() {
    trainee.sketch(photos);
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : owned) {
      each.close();
    }
  }
}
