package org.pentimento.workbench.plan.page;

import java.util.List;
import org.pentimento.api.extension.Parameter;
import org.pentimento.workbench.preferences.ChildSettings;

/** What a plan itself can set, described as extensions describe their parameters. */
final class PlanParameters {
  private static final int MOST_PAIRS = 10_000_000;

  static final Parameter NAME =
      Parameter.text("name", "Name", "How the run and its report are called.", "audit");
  static final Parameter TRAIN = pairs("train", "Training pairs", "To learn from.", 80);
  static final Parameter TEST = pairs("test", "Test pairs", "To try the models on.", 40);
  static final Parameter SPLIT_SEED = seed("Seed of the division", "The division follows from it.");
  static final Parameter WIDTH = side("width", "Width");
  static final Parameter HEIGHT = side("height", "Height");
  static final Parameter SEEDS =
      Parameter.text("seeds", "Seeds", "One training of each model per seed.", "1");
  static final Parameter DEVICE =
      Parameter.text(
          "device", "Device", "auto, cpu, or cuda:0 for the first graphics card.", "auto");
  static final Parameter COUNT =
      pairs("count", "Pairs", "How many training pairs are poisoned.", 8);
  static final Parameter RATE =
      Parameter.number(
          "rate", "Rate", "Which share of the training pairs is poisoned.", "of 1", 0.1, 0, 1);
  static final Parameter ATTACK_SEED =
      seed("Seed", "Everything random in the attack follows from it.");

  private PlanParameters() {}

  /**
   * How many threads; a slider goes up to the cores of this machine, or to what the preferences say
   * if that is more.
   */
  static Parameter threads() {
    int usual = ChildSettings.current().threads();
    int cores = Runtime.getRuntime().availableProcessors();
    return Parameter.integer(
        "threads",
        "Threads",
        "Native threads; results are the same to the bit only for the same number.",
        "",
        usual,
        1,
        Math.max(2, Math.max(cores, usual)));
  }

  private static Parameter pairs(String id, String name, String help, int usual) {
    return Parameter.integer(id, name, help, "", usual, 1, MOST_PAIRS);
  }

  private static Parameter side(String id, String name) {
    return Parameter.integer(
        id,
        name,
        "All images are brought to it; empty leaves them as they are.",
        "px",
        64,
        8,
        4096);
  }

  private static Parameter seed(String name, String help) {
    return new Parameter(
        "seed",
        name,
        help,
        Parameter.Type.INTEGER,
        "",
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        List.of(),
        1);
  }
}
