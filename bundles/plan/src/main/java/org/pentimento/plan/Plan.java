package org.pentimento.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an audit compares with what, everything checked and every default filled in.
 *
 * @param name as a person reads it
 * @param data which pairs
 * @param generators what is trained; may be empty if there are models
 * @param models names of models of the case, made elsewhere, that are looked at without a training
 * @param attacks what is done to training pairs; may be empty, then only clean models are trained
 * @param metrics what is measured
 * @param detectors what inspects the training pairs as the attacks left them
 * @param modelDetectors what inspects the models that are trained
 * @param falseAlarms share of honest pairs that these inspections may flag, above 0 and up to 0.5
 * @param seeds one training per seed
 * @param device {@code auto}, {@code cpu} or {@code cuda:N}
 * @param threads native threads, at least 1
 */
public record Plan(
    String name,
    Data data,
    List<Use> generators,
    List<String> models,
    List<Attack> attacks,
    List<Use> metrics,
    List<Use> detectors,
    List<Use> modelDetectors,
    double falseAlarms,
    List<Long> seeds,
    String device,
    int threads) {
  /** The share of honest pairs that inspections may flag if a plan does not say. */
  public static final double FALSE_ALARMS = .01;

  /**
   * Which pairs are used.
   *
   * @param dataset name of a data set of the case, or id of a format that makes its pairs
   * @param made settings of that format, or null if the data set is in the case
   * @param split how pairs are divided
   * @param size width and height that images are brought to, or null to leave them as they are
   * @param without tags whose pairs are left out; empty for pairs that a format makes
   */
  public record Data(
      String dataset,
      @Nullable Use made,
      Split split,
      @Nullable Size size,
      List<LeftOutTag> without) {
    /** Data with all pairs. */
    public Data(String dataset, @Nullable Use made, Split split, @Nullable Size size) {
      this(dataset, made, split, size, List.of());
    }
  }

  /**
   * A tag whose pairs are left out. Tags change; an entry of the log says for good which pairs are
   * meant.
   *
   * @param tag as persons wrote it
   * @param entry number of the entry of the case's custody log up to which tags count, from 1
   */
  public record LeftOutTag(String tag, long entry) {}

  /**
   * Width and height in pixels.
   *
   * @param width at least 8
   * @param height at least 8
   */
  public record Size(int width, int height) {}

  /**
   * How pairs are divided.
   *
   * @param given whether the data set's own division is used
   * @param train number of training pairs if not given
   * @param test number of test pairs if not given
   * @param seed of the division; persons are never divided
   */
  public record Split(boolean given, int train, int test, long seed) {}

  /**
   * An attack on training pairs.
   *
   * @param trigger stamped on photos
   * @param strategy applied to sketches
   * @param rate share of training pairs in (0, 1], or null if a count is given
   * @param count number of training pairs, or null if a rate is given
   * @param select which pairs
   * @param seed of everything random in the attack
   */
  public record Attack(
      Use trigger,
      Use strategy,
      @Nullable Double rate,
      @Nullable Integer count,
      Select select,
      long seed) {}

  /**
   * Which training pairs are poisoned.
   *
   * @param ids exactly these, if not empty
   * @param attributes only pairs with all of these attributes, chosen at random among them
   */
  public record Select(List<String> ids, Map<String, String> attributes) {
    /** Any pairs, at random. */
    public static final Select RANDOM = new Select(List.of(), Map.of());
  }
}
