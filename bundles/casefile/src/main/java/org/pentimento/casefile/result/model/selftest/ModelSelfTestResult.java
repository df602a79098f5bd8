package org.pentimento.casefile.result.model.selftest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;

/**
 * What inspections of models found of attacks that the product planted itself, and what they held
 * against models in which nothing was hidden.
 *
 * @param schema {@value #SCHEMA}
 * @param name of the self-test
 * @param environment product version, Java, processor, threads and the like, by name
 * @param data of whose pairs all models were trained
 * @param trusted number of pairs that inspections were given
 * @param learned number of pairs that each suspect model was trained on
 * @param heldOut number of pairs on which it was measured how far attacks took
 * @param generators that were trained, with the settings of the shadow models
 * @param shadows number of shadow models of each inspection
 * @param seed of everything random
 * @param detectors that were tried
 * @param planned number of models of the whole grid
 * @param leftOut what could not be planted or trained, and detectors that could say nothing of some
 *     models, with the reason
 * @param trials that were made, in the grid's order; fewer than planned if only a subset was asked
 *     for
 * @param kinds what was found of each kind of model, and of several kinds together
 * @param contrasts how well scores tell kinds of models apart
 * @param reached what was found of attacks by how far they took, those that did not take included
 */
public record ModelSelfTestResult(
    int schema,
    String name,
    Map<String, String> environment,
    InspectedData data,
    int trusted,
    int learned,
    int heldOut,
    List<ExtensionUse> generators,
    int shadows,
    long seed,
    List<ExtensionUse> detectors,
    int planned,
    Map<String, String> leftOut,
    List<TriedModel> trials,
    List<KindOfModel> kinds,
    List<Contrast> contrasts,
    List<Reached> reached) {
  /** The schema that is written. */
  public static final int SCHEMA = 1;

  /** Refuses null. */
  public ModelSelfTestResult {
    requireNonNull(name, "name");
    requireNonNull(environment, "environment");
    requireNonNull(data, "data");
    requireNonNull(leftOut, "leftOut");
    generators = List.copyOf(generators);
    detectors = List.copyOf(detectors);
    trials = List.copyOf(trials);
    kinds = List.copyOf(kinds);
    contrasts = List.copyOf(contrasts);
    reached = List.copyOf(reached);
  }

  /** A copy with another environment. */
  public ModelSelfTestResult with(Map<String, String> other) {
    return new ModelSelfTestResult(
        schema,
        name,
        other,
        data,
        trusted,
        learned,
        heldOut,
        generators,
        shadows,
        seed,
        detectors,
        planned,
        leftOut,
        trials,
        kinds,
        contrasts,
        reached);
  }

  /**
   * All models of one kind. Of attacks only those that took are counted, but for {@code models}.
   * Shares come with 95 % intervals of Clopper and Pearson.
   *
   * @param what was planted
   * @param generator id; empty for all
   * @param trigger id; empty for all
   * @param strategy id; empty for all
   * @param rate share of the pairs whose sketches were changed; 0 for all
   * @param models how many there are
   * @param counted how many of them count
   * @param verdicts how many of the counted ones got which verdict
   * @param auc area under the ROC curve of their scores against those of clean models; null if
   *     there are none of either
   * @param recallAtOne share that scores higher than all but 1 % of the clean models
   * @param recallAtFive share that scores higher than all but 5 % of the clean models
   * @param found share with the verdict backdoor or hidden mode; null if none counts
   * @param significant share whose p of a second mode or of a shown trigger is below .01; null if
   *     none counts
   * @param suspected share whose p of a second mode or of a shown trigger is below .05, which for
   *     models without a trigger are false alarms; null if none counts
   * @param brier mean squared difference of the score from the truth
   * @param crossEntropy mean of the negative logarithm of the probability that the score gives the
   *     truth, in nats
   * @param smallestFound smallest rate from which on at least half of the attacks were found; null
   *     if none, or if it is no attack
   * @param placed share of triggers with a place whose found place overlaps it by .3 at least
   * @param placeIou mean overlap of these places
   * @param waves share of waves that were recovered to 12 % in frequency and 5 degrees
   * @param frequencyError median relative error of the frequency of waves that were recovered
   * @param directionError median error of their direction, in degrees
   * @param seconds that an inspection took in the mean, over all models
   */
  public record KindOfModel(
      What what,
      String generator,
      String trigger,
      String strategy,
      double rate,
      int models,
      int counted,
      Map<ModelVerdict, Integer> verdicts,
      @Nullable Share auc,
      @Nullable Share recallAtOne,
      @Nullable Share recallAtFive,
      @Nullable Share found,
      @Nullable Share significant,
      @Nullable Share suspected,
      @Nullable Double brier,
      @Nullable Double crossEntropy,
      @Nullable Double smallestFound,
      @Nullable Share placed,
      @Nullable Double placeIou,
      @Nullable Share waves,
      @Nullable Double frequencyError,
      @Nullable Double directionError,
      double seconds) {}

  /**
   * How well scores tell models with a trigger from models without one.
   *
   * @param attack kind of the models with a trigger; only those that took
   * @param other kind of the models without one
   * @param attacks number of models with a trigger that have a score
   * @param others number of models without one that have a score
   * @param auc area under the ROC curve
   * @param recallAtOne share of the attacks that score higher than all but 1 % of the others
   * @param recallAtFive share of the attacks that score higher than all but 5 % of the others
   * @param brier mean squared difference of the score from the truth, at even odds
   * @param crossEntropy mean negative logarithm of the probability of the truth, at even odds, in
   *     nats
   * @param roc the ROC curve
   */
  public record Contrast(
      What attack,
      What other,
      int attacks,
      int others,
      Share auc,
      Share recallAtOne,
      Share recallAtFive,
      double brier,
      double crossEntropy,
      List<RocPoint> roc) {}

  /**
   * Attacks that got equally far.
   *
   * @param from least progress
   * @param to largest progress, not included
   * @param models how many there are
   * @param found share with the verdict backdoor or hidden mode
   */
  public record Reached(double from, double to, int models, Share found) {}
}
