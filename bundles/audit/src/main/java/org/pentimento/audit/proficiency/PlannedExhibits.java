package org.pentimento.audit.proficiency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Generator;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.selftest.grid.Grid;
import org.pentimento.audit.selftest.grid.ModelGrid;
import org.pentimento.audit.selftest.grid.ModelPlanting;
import org.pentimento.audit.selftest.grid.PlannedModel;
import org.pentimento.audit.selftest.grid.PlannedSet;
import org.pentimento.audit.selftest.grid.PlantedModel;
import org.pentimento.audit.selftest.grid.PlantedSet;
import org.pentimento.audit.selftest.grid.Planting;
import org.pentimento.casefile.proficiency.ExhibitTruth;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.plan.Plan;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * Draws by lot what exhibits are, and makes their pairs: drawn faces in which something is planted
 * or nothing. Each exhibit is drawn for itself, so that knowing some tells nothing of the others.
 */
public final class PlannedExhibits {
  /** Pairs of a data set. */
  private static final int PAIRS = 100;

  /** Pairs that a model learns from. */
  private static final int TRAINING = 120;

  /** Pairs by which it is decided whether an attack on a model took. */
  private static final int HELD_OUT = 40;

  /** Shares of pairs that are changed in a data set. */
  private static final List<Double> RATES = List.of(.05, .1, .2);

  /** An exhibit is honest as often as not. */
  private static final double HONEST = .5;

  /** Honest exhibits with odd pairs in them, and spoilt ones among those that are not honest. */
  private static final double SOME = .4;

  /** How often the lots are drawn anew when what they say cannot be planted. */
  private static final int DRAWS = 20;

  private static final String SEED = "seed";

  private final Extensions extensions;
  private final SelfTestPlan plan;
  private final Plan.Data data;
  private final Progress progress;

  /**
   * Exhibits of drawn faces.
   *
   * @param plan says how faces are drawn and which generators are trained
   * @throws BadInputException if its data are not drawn
   */
  public PlannedExhibits(Extensions extensions, SelfTestPlan plan, Progress progress)
      throws BadInputException {
    this.extensions = extensions;
    this.plan = plan;
    this.progress = progress;
    Plan.Data drawn = plan.data();
    if (drawn == null || drawn.made() == null) {
      throw new BadInputException(
          "The faces of a proficiency test are drawn.", "Name a format that makes its pairs.");
    }
    this.data = drawn;
  }

  /**
   * A data set to be examined.
   *
   * @param truth what it is
   * @param pairs all of it
   * @param recipe how it was made, by name
   */
  public record OfPairs(ExhibitTruth truth, List<Pair> pairs, Map<String, String> recipe) {
    /** Keeps copies. */
    public OfPairs {
      pairs = List.copyOf(pairs);
      recipe = Map.copyOf(recipe);
    }
  }

  /**
   * A model to be trained and examined.
   *
   * @param truth what it is if its attack takes
   * @param generator that is trained, with its settings
   * @param training pairs to learn from
   * @param heldOut honest pairs by which it is decided whether an attack took
   * @param attack null if there is none
   * @param seed of the training
   * @param recipe how it is made, by name
   */
  public record OfModel(
      ExhibitTruth truth,
      Use generator,
      AuditData training,
      List<Pair> heldOut,
      @Nullable PreparedAttack attack,
      long seed,
      Map<String, String> recipe) {
    /** Keeps copies. */
    public OfModel {
      heldOut = List.copyOf(heldOut);
      recipe = Map.copyOf(recipe);
    }
  }

  /**
   * Honest pairs that are handed out with the exhibits.
   *
   * @param count at most as many as the plan draws
   */
  public List<Pair> trusted(long seed, int count) throws IOException, CancelledException {
    return faces(seed).subList(0, count);
  }

  /** Something that lots decide. */
  private interface Lot<T> {
    T drawn(SplittableRandom random) throws IOException, CancelledException;
  }

  /** Draws until what the lots say can be planted: some strategies do nothing without a trigger. */
  private static <T> T possible(long seed, Lot<T> lot) throws IOException, CancelledException {
    SplittableRandom lots = new SplittableRandom(seed);
    for (int draw = 1; ; draw++) {
      try {
        return lot.drawn(lots.split());
      } catch (BadInputException e) {
        if (draw == DRAWS) {
          throw e;
        }
      }
    }
  }

  /** A data set by lot. */
  public OfPairs dataset(long seed) throws IOException, CancelledException {
    return possible(seed, this::dataset);
  }

  /** A model by lot; one that obeys a trigger if its attack takes, or a clean one. */
  public OfModel model(long seed) throws IOException, CancelledException {
    return possible(seed, this::model);
  }

  private OfPairs dataset(SplittableRandom random) throws IOException, CancelledException {
    long drawn = random.nextInt(Integer.MAX_VALUE);
    List<Pair> honest = faces(drawn).subList(0, PAIRS);
    boolean eyes = honest.stream().allMatch(pair -> pair.eyes().isPresent());
    Grid grid = Grid.of(plan, extensions, eyes, random.nextInt(Integer.MAX_VALUE));
    long own = random.nextInt(Integer.MAX_VALUE);
    if (random.nextDouble() < HONEST) {
      PlannedSet planned =
          random.nextDouble() < SOME
              ? pick(grid.sets(), PlannedSet.Odd.class, random)
              : new PlannedSet.Clean(own);
      PlantedSet set = new Planting(extensions).plant(planned, honest, progress);
      Map<String, String> recipe = recipe(drawn, set.seed(), null, null, set.rate());
      if (!set.oddity().isEmpty()) {
        recipe.put("oddity", set.oddity());
      }
      return new OfPairs(ExhibitTruth.HONEST, set.pairs(), recipe);
    }
    PlannedSet.Drawn attack = pick(grid.sets(), PlannedSet.Drawn.class, random);
    double rate = RATES.get(random.nextInt(RATES.size()));
    What what = random.nextDouble() < SOME ? What.SPOILT_PAIRS : What.ATTACK;
    Use none = plan.generators().get(0); // no model is trained of a data set
    PlantedModel made =
        new ModelPlanting(extensions)
            .plant(
                new PlannedModel(
                    what,
                    none,
                    none,
                    new PlannedSet.Drawn(attack.trigger(), attack.strategy(), rate, own),
                    own),
                honest,
                progress);
    return new OfPairs(
        truth(what),
        made.pairs(),
        recipe(drawn, own, made.facts().trigger(), made.facts().strategy(), rate));
  }

  private OfModel model(SplittableRandom random) throws IOException, CancelledException {
    long drawn = random.nextInt(Integer.MAX_VALUE);
    List<Pair> honest = faces(drawn);
    List<Pair> lot = honest.subList(0, TRAINING);
    boolean eyes = honest.stream().allMatch(pair -> pair.eyes().isPresent());
    ModelGrid grid =
        ModelGrid.of(plan, plan.generators(), extensions, eyes, random.nextInt(Integer.MAX_VALUE));
    What what = random.nextDouble() < HONEST ? What.NOTHING : What.ATTACK;
    List<PlannedModel> some =
        grid.models().stream().filter(planned -> planned.what() == what).toList();
    PlannedModel planned = some.get(random.nextInt(some.size()));
    PlantedModel made = new ModelPlanting(extensions).plant(planned, lot, progress);
    Map<String, String> recipe =
        recipe(
            drawn,
            planned.seed(),
            made.facts().trigger(),
            made.facts().strategy(),
            made.facts().rate());
    recipe.put("generator", words(planned.generator().id(), planned.generator().settings()));
    Pair first = lot.get(0);
    return new OfModel(
        truth(what),
        planned.generator(),
        new AuditData(
            data.dataset(),
            data.dataset(),
            "",
            made.pairs(),
            List.of(),
            first.photo().decode().width(),
            first.photo().decode().height(),
            Map.of()),
        honest.subList(TRAINING, TRAINING + HELD_OUT),
        made.attack(),
        planned.seed(),
        recipe);
  }

  /** The generator that trains a model. */
  public Generator generator(OfModel model) throws BadInputException {
    return extensions.get(Kind.GENERATOR, Generator.class, model.generator().id());
  }

  private static ExhibitTruth truth(What what) {
    return switch (what) {
      case NOTHING -> ExhibitTruth.HONEST;
      case SPOILT_PAIRS -> ExhibitTruth.SPOILT;
      case ATTACK, COVERED_ATTACK -> ExhibitTruth.BACKDOOR;
    };
  }

  private List<Pair> faces(long seed) throws IOException, CancelledException {
    Use made = data.made();
    if (made == null) {
      throw new IllegalStateException("checked when this was made");
    }
    DatasetFormat format = extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, made.id());
    Map<String, Object> settings = new TreeMap<>(made.settings().values());
    format
        .descriptor()
        .parameter(SEED)
        .ifPresent(
            parameter -> settings.put(SEED, Math.floorMod(seed, (long) parameter.maximum() + 1)));
    return new DatasetOpener(extensions)
        .openMade(
            new Plan.Data(
                data.dataset(),
                new Use(made.id(), Settings.of(format.descriptor(), settings)),
                data.split(),
                data.size()),
            progress)
        .pairs();
  }

  private static <T extends PlannedSet> T pick(
      List<PlannedSet> sets, Class<T> type, SplittableRandom random) throws BadInputException {
    List<T> some = new ArrayList<>();
    for (PlannedSet set : sets) {
      if (type.isInstance(set)) {
        some.add(type.cast(set));
      }
    }
    if (some.isEmpty()) {
      throw new BadInputException(
          "No trigger and strategy are installed that could be planted.",
          "Enable them in the view Extensions.");
    }
    return some.get(random.nextInt(some.size()));
  }

  private static Map<String, String> recipe(
      long faces,
      long seed,
      @Nullable ExtensionUse trigger,
      @Nullable ExtensionUse strategy,
      double rate) {
    Map<String, String> recipe = new TreeMap<>();
    recipe.put("faces", Long.toString(faces));
    recipe.put(SEED, Long.toString(seed));
    if (trigger != null) {
      recipe.put("trigger", words(trigger.id(), trigger.settings()));
    }
    if (strategy != null) {
      recipe.put("strategy", words(strategy.id(), strategy.settings()));
    }
    if (rate > 0) {
      recipe.put("rate", Double.toString(rate));
    }
    return recipe;
  }

  private static String words(String id, Settings settings) {
    return words(id, settings.values());
  }

  private static String words(String id, Map<String, Object> settings) {
    return id + " " + new TreeMap<>(settings);
  }
}
