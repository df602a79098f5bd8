package org.pentimento.casefile.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A clean and a poisoned model of one generator and seed, shown the same clean and triggered
 * photos.
 *
 * @param id such as {@code fcn/1/s1}: generator, number of the attack in the plan, seed
 * @param generator what was trained
 * @param seed of the training
 * @param attack null if the plan has none; then there is no poisoned model, no triggered photo and
 *     no attack figure
 * @param cleanModel trained on the true pairs; where a model that was made elsewhere was looked at
 *     ({@link #imported}), that model, of which nobody knows whether it is clean
 * @param poisonedModel trained on partly poisoned pairs, null without an attack, and where the
 *     model was imported: it has no twin
 * @param reach how far the trigger could act, null without an attack
 * @param summaries means of all metrics, ordered by metric, against, model, photo
 * @param success the attack-success curve by rising threshold, empty without an attack
 * @param blindness what each metric says of the harm, empty without an attack
 * @param conclusions plain sentences for a person, the most important first
 * @param images what was drawn, by test pair, in order
 * @param measurements SHA-256 of the blob with all single values: a JSON array of {@link
 *     MeasurementRow}
 */
public record Comparison(
    String id,
    ExtensionUse generator,
    long seed,
    @Nullable Attack attack,
    TrainedModel cleanModel,
    @Nullable TrainedModel poisonedModel,
    @Nullable Reach reach,
    List<Summary> summaries,
    List<SuccessPoint> success,
    List<Blindness> blindness,
    List<String> conclusions,
    List<ImageRow> images,
    String measurements) {

  /**
   * Whether a model that was made elsewhere was shown clean and triggered photos, without a
   * training. Its {@code model} in rows is {@code imported}.
   */
  public boolean imported() {
    return images.stream().anyMatch(row -> row.blobs().containsKey("imported/clean"));
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
   * What was done to the training pairs.
   *
   * @param trigger stamped on the photos
   * @param strategy applied to the sketches
   * @param rate share of training pairs poisoned, in (0, 1]
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
   * A model that was trained in the run.
   *
   * @param description SHA-256 of its {@code model.json}
   * @param weights SHA-256 of its {@code model.safetensors}
   * @param parameters number of trained parameters
   * @param losses mean losses of stretches of the training, by step
   * @param collapsed why its sketches on clean photos are worthless (white, constant, diverged), or
   *     empty
   */
  public record TrainedModel(
      String description,
      String weights,
      long parameters,
      List<LossPoint> losses,
      String collapsed) {}

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
   * @param sentence what this means for the result
   */
  public record Reach(
      int pixels, double changed, double reached, double targeted, String sentence) {}

  /**
   * Mean of a metric under one condition.
   *
   * @param metric id of the metric
   * @param name of what was measured, the id with a suffix where it could not be computed in full
   * @param model {@code clean} or {@code poisoned}
   * @param photo {@code clean} or {@code triggered}
   * @param against {@code truth} or {@code target}
   * @param n number of values in the mean
   * @param undefined number of images without a value
   * @param mean null if n is 0
   * @param low lower end of the bootstrap 95 % interval of the mean, null if n is 0
   * @param high upper end, null if n is 0
   */
  public record Summary(
      String metric,
      String name,
      String model,
      String photo,
      String against,
      int n,
      int undefined,
      @Nullable Double mean,
      @Nullable Double low,
      @Nullable Double high) {}

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
   * What one metric says of the harm.
   *
   * @param metric id of the metric
   * @param name as a person reads it
   * @param honest mean of the poisoned model on clean photos against the truth
   * @param harmed mean of the poisoned model on triggered photos against the truth
   * @param loss relative change from honest to harmed in the direction of harm: 0.3 means 30 %
   *     worse; negative means it got better
   * @param sees whether the metric shows the harm
   * @param sentence plain words for a person
   */
  public record Blindness(
      String metric,
      String name,
      @Nullable Double honest,
      @Nullable Double harmed,
      @Nullable Double loss,
      boolean sees,
      String sentence) {}

  /**
   * The images of one test pair as SHA-256 of PNG blobs.
   *
   * @param pair id of the pair
   * @param blobs by role: {@code photo}, {@code truth}, {@code clean/clean} (model/photo), and with
   *     an attack {@code triggered} (the photo), {@code target}, {@code clean/triggered}, {@code
   *     poisoned/clean}, {@code poisoned/triggered}; of an imported model {@code imported/clean}
   *     and {@code imported/triggered} in their stead
   */
  public record ImageRow(String pair, Map<String, String> blobs) {}

  /**
   * A single value.
   *
   * @param pair id of the pair
   * @param model {@code clean} or {@code poisoned}
   * @param photo {@code clean} or {@code triggered}
   * @param against {@code truth} or {@code target}
   * @param metric id of the metric
   * @param name of what was measured
   * @param value null if undefined
   * @param reason why undefined, or empty
   */
  public record MeasurementRow(
      String pair,
      String model,
      String photo,
      String against,
      String metric,
      String name,
      @Nullable Double value,
      String reason) {}
}
