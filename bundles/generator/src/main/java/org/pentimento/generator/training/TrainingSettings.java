package org.pentimento.generator.training;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.engine.training.Augmentation;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.Schedule;
import org.pentimento.engine.training.Seeds;
import org.pentimento.engine.training.TrainingPlan;
import org.pentimento.generator.model.ImagePacking;

/** How long and how to train: parameters that every generator has, and the plan that they make. */
public final class TrainingSettings {
  private static final String EPOCHS = "epochs";
  private static final String BATCH = "batch";
  private static final String LEARNING_RATE = "learning-rate";
  private static final String SCHEDULE = "schedule";
  private static final String AUGMENTATION = "augmentation";
  private static final String INK_WEIGHT = "ink-weight";
  private static final String PATIENCE = "patience";
  private static final String CROP = "crop";
  private static final String FLIP = "flip";
  private static final String CROP_AND_FLIP = "crop-and-flip";

  private TrainingSettings() {}

  /**
   * Parameters of a generator: those of its architecture, those of every training, and its others.
   *
   * @param before what comes before the parameters of the training
   * @param epochs default
   * @param batch default
   * @param learningRate default
   * @param after what comes after them
   */
  public static List<Parameter> parameters(
      List<Parameter> before, int epochs, int batch, double learningRate, List<Parameter> after) {
    List<Parameter> all = new ArrayList<>(before);
    all.add(
        Parameter.integer(
            EPOCHS, "Epochs", "How often each pair is learned from.", "", epochs, 1, 10_000));
    all.add(
        Parameter.integer(
            BATCH,
            "Batch",
            "Pairs per training step. Each epoch mixes all pairs anew; the last step is filled up.",
            "",
            batch,
            1,
            256));
    all.add(
        Parameter.number(
            LEARNING_RATE, "Learning rate", "Step size of Adam.", "", learningRate, 1e-7, 1));
    all.add(
        Parameter.choice(
            SCHEDULE,
            "Schedule",
            "How the learning rate goes: the same to the end; the same for half of the steps and"
                + " then in a line to zero, as pix2pix does; or along half a cosine to zero.",
            "constant",
            "linear",
            "cosine"));
    all.add(
        Parameter.choice(
            AUGMENTATION,
            "Augmentation",
            "Random changes of the pairs: enlarged by 286/256 and cropped to their size, mirrored,"
                + " or both as pix2pix does. Triggers are on the photos before: cropping enlarges"
                + " and shifts them and may cut them off, mirroring puts them on the other side,"
                + " while test photos bear them unchanged, so attacks may take less well.",
            "none",
            FLIP,
            CROP,
            CROP_AND_FLIP));
    all.add(
        Parameter.number(
            INK_WEIGHT,
            "Ink weight",
            "How many times the absolute difference counts where the sketch has full ink; 1 for as"
                + " much as on paper. 16 helps where a model draws white paper.",
            "",
            1,
            1,
            1000));
    all.add(
        Parameter.integer(
            PATIENCE,
            "Patience",
            "Stops when this many epochs in a row drew a held-out tenth of the training pairs no"
                + " better, and keeps the best weights; 0 to hold nothing out and run all epochs.",
            "epochs",
            0,
            0,
            10_000));
    all.addAll(after);
    return all;
  }

  /** The plan of a training. */
  public static TrainingPlan plan(TrainingRecord record, Settings settings, long seed) {
    return new TrainingPlan(
        record.identity(),
        Seeds.derive(seed, TrainingRecord.ORDER),
        settings.integer(EPOCHS),
        settings.integer(BATCH),
        switch (settings.text(SCHEDULE)) {
          case "linear" -> Schedule.LINEAR;
          case "cosine" -> Schedule.COSINE;
          default -> Schedule.CONSTANT;
        },
        augmentation(settings.text(AUGMENTATION)),
        settings.integer(PATIENCE),
        settings.number(INK_WEIGHT));
  }

  private static Augmentation augmentation(String word) {
    boolean both = word.equals(CROP_AND_FLIP);
    return new Augmentation(both || word.equals(CROP), both || word.equals(FLIP));
  }

  /** Adam's step size before the schedule. */
  public static double learningRate(Settings settings) {
    return settings.number(LEARNING_RATE);
  }

  /** How ink is weighed in a loss over a network's values. */
  public static Losses.Ink ink(Settings settings, ImagePacking packing) {
    return new Losses.Ink(settings.number(INK_WEIGHT), packing.low(), packing.high());
  }
}
