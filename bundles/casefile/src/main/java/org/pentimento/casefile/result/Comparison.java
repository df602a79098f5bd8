package org.pentimento.casefile.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The models of one generator and seed, or one imported model, shown the same clean photos and,
 * with an attack, the same triggered ones. Holds facts; sentences are made of them when somebody
 * looks.
 *
 * @param id such as {@code fcn/1/s1}: generator, number of the attack in the plan, seed; of an
 *     imported model {@code NAME} or {@code NAME/1}
 * @param audited what was looked at
 * @param models the models, in the order of {@link Subject}; of trained ones the clean one and,
 *     with an attack, the poisoned one
 * @param attack what was done to training pairs and photos, null without an attack
 * @param reach how far the trigger could act, null without an attack and of an imported model
 * @param turned how many sketches went over to the target; null without an attack, where the
 *     audited model collapsed, and in results of schema 1
 * @param success the attack-success curve by rising threshold, empty where there is none
 * @param blindness what each metric says of the harm, the field's usual metric first; empty without
 *     an attack and where the audited model collapsed
 * @param standIns shadow models in place of the clean twin that an imported model does not have;
 *     null of trained models, without an attack, and where the case has none that fit
 * @param summaries means of all metrics, ordered by metric, then by condition
 * @param images what was drawn, by test pair, in order
 * @param measurements SHA-256 of the blob with all single values: a JSON array of {@link
 *     MeasurementRow}
 * @param words the sentences of a result of schema 1; null of later ones, and not stored
 */
public record Comparison(
    String id,
    Audited audited,
    Map<Subject, TestedModel> models,
    @Nullable Attack attack,
    @Nullable Reach reach,
    @Nullable Turned turned,
    List<SuccessPoint> success,
    List<Blindness> blindness,
    @Nullable StandIns standIns,
    List<Summary> summaries,
    List<ImageRow> images,
    String measurements,
    @JsonIgnore @Nullable EarlierWords words) {

  /** Keeps the models in the order of their subjects. */
  public Comparison {
    models = Collections.unmodifiableMap(ordered(models));
  }

  /** A comparison as results of the present schema store it: without sentences. */
  @JsonCreator
  static Comparison stored(
      @JsonProperty("id") String id,
      @JsonProperty("audited") Audited audited,
      @JsonProperty("models") Map<Subject, TestedModel> models,
      @JsonProperty("attack") @Nullable Attack attack,
      @JsonProperty("reach") @Nullable Reach reach,
      @JsonProperty("turned") @Nullable Turned turned,
      @JsonProperty("success") List<SuccessPoint> success,
      @JsonProperty("blindness") List<Blindness> blindness,
      @JsonProperty("standIns") @Nullable StandIns standIns,
      @JsonProperty("summaries") List<Summary> summaries,
      @JsonProperty("images") List<ImageRow> images,
      @JsonProperty("measurements") String measurements) {
    return new Comparison(
        id,
        audited,
        models,
        attack,
        reach,
        turned,
        success,
        blindness,
        standIns,
        summaries,
        images,
        measurements,
        null);
  }

  /** A comparison without stand-ins. */
  public Comparison(
      String id,
      Audited audited,
      Map<Subject, TestedModel> models,
      @Nullable Attack attack,
      @Nullable Reach reach,
      @Nullable Turned turned,
      List<SuccessPoint> success,
      List<Blindness> blindness,
      List<Summary> summaries,
      List<ImageRow> images,
      String measurements,
      @Nullable EarlierWords words) {
    this(
        id,
        audited,
        models,
        attack,
        reach,
        turned,
        success,
        blindness,
        null,
        summaries,
        images,
        measurements,
        words);
  }

  private static Map<Subject, TestedModel> ordered(@Nullable Map<Subject, TestedModel> models) {
    Map<Subject, TestedModel> ordered = new EnumMap<>(Subject.class);
    if (models != null) {
      ordered.putAll(models);
    }
    return ordered;
  }

  /** Whether a model that was made elsewhere was looked at, without a training. */
  @JsonIgnore
  public boolean isImported() {
    return audited instanceof Audited.Imported;
  }

  /** The model of a subject, if there is one. */
  public Optional<TestedModel> model(Subject subject) {
    return Optional.ofNullable(models.get(subject));
  }

  /**
   * The model that the question is about: the poisoned one, or the imported one, or without an
   * attack the clean one.
   */
  public Subject suspect() {
    return models.containsKey(Subject.POISONED)
        ? Subject.POISONED
        : isImported() ? Subject.IMPORTED : Subject.CLEAN;
  }

  /** The kinds of photos that were drawn. */
  public List<PhotoKind> photos() {
    return attack == null ? List.of(PhotoKind.CLEAN) : List.of(PhotoKind.values());
  }

  /** What the sketches were measured against. */
  public List<ReferenceSketch> references() {
    return attack == null ? List.of(ReferenceSketch.TRUTH) : List.of(ReferenceSketch.values());
  }

  /** The sketches that there are of each test pair, model by model. */
  public List<ImageRole.Sketch> sketches() {
    List<ImageRole.Sketch> sketches = new ArrayList<>();
    for (Subject subject : models.keySet()) {
      for (PhotoKind photo : photos()) {
        ImageRole.Sketch sketch = new ImageRole.Sketch(subject, photo);
        if (images.isEmpty() || images.get(0).blobs().containsKey(sketch)) {
          sketches.add(sketch);
        }
      }
    }
    return sketches;
  }

  /**
   * What there is to look at of each test pair, photo by photo: the photo, what its sketch ought to
   * be or what the attack wants instead, and what each model drew of it.
   */
  public List<ImageRole> roles() {
    List<ImageRole> roles = new ArrayList<>();
    for (PhotoKind kind : photos()) {
      roles.add(new ImageRole.Photo(kind));
      roles.add(
          new ImageRole.OfReference(
              kind == PhotoKind.CLEAN ? ReferenceSketch.TRUTH : ReferenceSketch.TARGET));
      sketches().stream().filter(s -> s.photo() == kind).forEach(roles::add);
    }
    return roles;
  }

  /** The conditions under which was measured, in order. */
  public List<Condition> conditions() {
    return sketches().stream()
        .flatMap(s -> references().stream().map(r -> new Condition(s.subject(), s.photo(), r)))
        .sorted()
        .toList();
  }

  /** The mean of a metric under a condition, if there is one. */
  public Optional<Summary> summary(String metric, Condition condition) {
    return summaries.stream()
        .filter(s -> s.metric().equals(metric) && s.condition().equals(condition))
        .findFirst();
  }

  /**
   * Whether most triggered photos, and few clean ones, gave sketches nearer to the target than to
   * the truth. Follows from the curve at its middle.
   */
  public boolean attackWorks() {
    return success.stream()
        .filter(p -> p.threshold() == 0)
        .anyMatch(p -> p.triggered() > .5 && p.clean() < .5);
  }

  /**
   * Whether there is harm of an attack that metrics can be asked about: the attack works, and does
   * not turn clean models that stand in as well.
   */
  public boolean showsHarm() {
    return attackWorks() && !blindness.isEmpty() && (standIns == null || standIns.spared());
  }

  /**
   * What was done to the training pairs.
   *
   * @param trigger stamped on the photos
   * @param strategy applied to the sketches
   * @param rate share of training pairs poisoned, in (0, 1]; 0 where nothing was trained
   * @param poisoned ids of the poisoned pairs
   * @param choices what the strategy chose, such as the donor
   * @param manifest SHA-256 of the manifest's blob: what was changed, file by file
   */
  public record Attack(
      ExtensionUse trigger,
      ExtensionUse strategy,
      double rate,
      List<String> poisoned,
      Map<String, String> choices,
      String manifest) {}

  /**
   * A model that was looked at.
   *
   * @param description SHA-256 of its {@code model.json}, of an imported model that of its record
   *     in the case; empty if there is no model
   * @param weights SHA-256 of its {@code model.safetensors}, of an imported model that of its file
   *     or of the list of its files; empty if there is no model
   * @param parameters number of trained parameters
   * @param losses mean losses of stretches of the training, by step
   * @param collapse why its sketches on clean photos are worthless, null if they are not
   * @param ended what the generator says of a training that stopped early, or empty
   */
  public record TestedModel(
      String description,
      String weights,
      long parameters,
      List<LossPoint> losses,
      @Nullable Collapse collapse,
      String ended) {}

  /**
   * Losses at a step.
   *
   * @param step counted from 1
   * @param losses by name
   */
  public record LossPoint(long step, Map<String, Double> losses) {}

  /**
   * How far the trigger could act in this generator.
   *
   * @param pixels how far an input pixel acts on the sketch, in pixels; -1 if everywhere
   * @param changed mean share of photo pixels that the trigger changes by more than 1/255, in [0,
   *     1]
   * @param reached mean share of sketch pixels within reach of a changed pixel, in [0, 1]
   * @param targeted mean share of the pixels the attack wants changed (true and target sketch
   *     differ by more than 1/255) that are within reach, in [0, 1]
   */
  public record Reach(int pixels, double changed, double reached, double targeted) {
    /** Whether almost all that the attack wants to change lies within reach of the trigger. */
    @JsonIgnore
    public boolean isEnough() {
      return targeted > .9;
    }
  }

  /**
   * Mean of a metric under one condition.
   *
   * @param metric id of the metric
   * @param name of what was measured, the id with a suffix where it could not be computed in full
   * @param model whose sketches
   * @param photo drawn from which photos
   * @param against measured against what
   * @param n number of values in the mean
   * @param undefined number of images without a value
   * @param mean null if n is 0
   * @param low lower end of the bootstrap 95 % interval of the mean, null if n is 0
   * @param high upper end, null if n is 0
   */
  public record Summary(
      String metric,
      String name,
      Subject model,
      PhotoKind photo,
      ReferenceSketch against,
      int n,
      int undefined,
      @Nullable Double mean,
      @Nullable Double low,
      @Nullable Double high) {
    /** What was measured against what. */
    public Condition condition() {
      return new Condition(model, photo, against);
    }
  }

  /**
   * How many sketches lie nearer to the target than to the truth.
   *
   * @param pairs number of test pairs whose truth and target differ
   * @param triggered of these, sketches of photos with the trigger
   * @param clean of these, sketches of photos without it
   * @param low lower end of the Wilson 95 % interval of the share of {@code triggered}, 0 without
   *     pairs
   * @param high upper end, 1 without pairs
   */
  public record Turned(int pairs, int triggered, int clean, double low, double high) {}

  /**
   * A point of the attack-success curve.
   *
   * <p>The margin of an image is (d(truth) − d(target)) / d(truth, target), d being the mean
   * absolute difference: 1 if the sketch is the target, −1 if it is the truth, 0 half way.
   *
   * @param threshold margin above which an attack counts as a success
   * @param triggered share of triggered photos above the threshold, with its 95 % interval
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param clean share of clean photos above the threshold for the same poisoned model: what
   *     happens without the trigger
   */
  public record SuccessPoint(
      double threshold, double triggered, double low, double high, double clean) {}

  /**
   * What one metric says of the harm. All of its figures are of the same test pairs.
   *
   * @param metric id of the metric
   * @param name as a person reads it
   * @param standard whether it is the metric that the field reports
   * @param honest mean of the suspect model on clean photos against the truth
   * @param harmed mean of the suspect model on triggered photos against the truth
   * @param loss relative change from honest to harmed in the direction of harm: 0.3 means 30 %
   *     worse; negative means it got better; null if honest is nothing to take a share of. It holds
   *     what the trigger does to any model as well as what the backdoor does
   * @param net what is left of the loss when what a clean model loses is taken away; null without a
   *     clean model, and in results of schemas 1 to 3
   */
  public record Blindness(
      String metric,
      String name,
      boolean standard,
      double honest,
      double harmed,
      @Nullable Double loss,
      @Nullable Net net) {
    /** What it says of the backdoor. */
    public Sight sight() {
      return net == null ? Sight.UNTOLD : net.sight();
    }
  }

  /**
   * The backdoor's part in a change of a metric: how much more the suspect model gets worse by the
   * trigger than a clean model does, pair by pair (difference in differences).
   *
   * @param honest mean of the clean model on clean photos against the truth
   * @param harmed mean of the clean model on triggered photos against the truth
   * @param pairs number of test pairs with a value under all four conditions
   * @param worse mean of the backdoor's part in the direction of harm, in the metric's unit;
   *     negative if the clean model gets worse by more
   * @param low lower end of the paired bootstrap 95 % interval of {@code worse}
   * @param high upper end
   * @param share {@code worse} as a share of the suspect model's honest value, as {@link
   *     Blindness#loss}; null if that is nothing to take a share of
   * @param threshold the least share that counts, in (0, 1)
   */
  public record Net(
      double honest,
      double harmed,
      int pairs,
      double worse,
      double low,
      double high,
      @Nullable Double share,
      double threshold) {
    /** So few pairs have no interval. */
    public static final int LEAST_PAIRS = 2;

    /**
     * What follows for the metric. It sees the backdoor, or favours the attack, if the interval
     * leaves out zero and the share is at least the threshold; with hundreds of pairs the interval
     * alone would make something of any difference.
     */
    public Sight sight() {
      if (share == null || pairs < LEAST_PAIRS) {
        return Sight.UNTOLD;
      } else if (low > 0 && share >= threshold) {
        return Sight.SEES;
      }
      return high < 0 && share <= -threshold ? Sight.FAVOURS : Sight.BLIND;
    }
  }

  /**
   * The images of one test pair as SHA-256 of PNG blobs.
   *
   * @param pair id of the pair
   * @param blobs by role: photo, truth and a sketch of each model; with an attack also triggered
   *     photo, target, and a sketch of each model of the triggered photo
   */
  public record ImageRow(String pair, Map<ImageRole, String> blobs) {
    /** Keeps the order. */
    public ImageRow {
      blobs = Collections.unmodifiableMap(new LinkedHashMap<>(blobs));
    }

    /** The blob of an image, if there is one. */
    public Optional<String> blob(ImageRole role) {
      return Optional.ofNullable(blobs.get(role));
    }
  }

  /**
   * A single value.
   *
   * @param pair id of the pair
   * @param model whose sketch
   * @param photo drawn from which photo
   * @param against measured against what
   * @param metric id of the metric
   * @param name of what was measured
   * @param value null if undefined
   * @param reason why undefined, or empty
   */
  public record MeasurementRow(
      String pair,
      Subject model,
      PhotoKind photo,
      ReferenceSketch against,
      String metric,
      String name,
      @Nullable Double value,
      String reason) {
    /** What was measured against what. */
    public Condition condition() {
      return new Condition(model, photo, against);
    }
  }
}
