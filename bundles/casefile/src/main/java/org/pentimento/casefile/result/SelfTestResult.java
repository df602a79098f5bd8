package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.QuotedPower.Share;

/**
 * What inspections found of attacks that the product planted itself, and what they held against
 * sets in which nothing was hidden.
 *
 * @param schema {@value #SCHEMA}
 * @param name of the self-test
 * @param environment product version, Java, processor and the like, by name
 * @param data in which attacks were planted
 * @param falseAlarms share of honest pairs that may be flagged, as asked for
 * @param seed of everything random
 * @param detectors that were tried
 * @param planned number of trials of the whole grid
 * @param leftOut what could not be planted in these data, and detectors that could say nothing of
 *     some sets, with the reason, by the ids of the extensions
 * @param trials that were made, in the grid's order; fewer than planned if only a subset was asked
 *     for
 * @param kinds what was found of each kind of attack and oddity, and of several kinds together
 * @param total over all attacks
 */
public record SelfTestResult(
    int schema,
    String name,
    Map<String, String> environment,
    InspectedData data,
    double falseAlarms,
    long seed,
    List<ExtensionUse> detectors,
    int planned,
    Map<String, String> leftOut,
    List<Trial> trials,
    List<KindSummary> kinds,
    KindSummary total) {
  /** The schema that is written. */
  public static final int SCHEMA = 1;

  /** A copy with another environment. */
  public SelfTestResult with(Map<String, String> other) {
    return new SelfTestResult(
        schema,
        name,
        other,
        data,
        falseAlarms,
        seed,
        detectors,
        planned,
        leftOut,
        trials,
        kinds,
        total);
  }

  /** What was planted. */
  @EnumNaming(KebabCaseStrategy.class)
  public enum Planted {
    /** Nothing: an honest set. */
    NOTHING,
    /** An honest oddity. */
    ODDITY,
    /** An attack. */
    ATTACK
  }

  /**
   * One set that was inspected.
   *
   * @param planted what was planted
   * @param trigger with its settings; null if none
   * @param strategy with its settings; null if none
   * @param oddity name of the honest oddity; empty if none
   * @param rate share of the pairs that are poisoned or odd
   * @param seed of the set
   * @param pairs number of pairs
   * @param changed number of pairs that were poisoned or made odd
   * @param verdict of the inspection
   * @param auc area under the ROC curve; null if no pair was changed
   * @param found number of the changed pairs that were flagged
   * @param shown number of the changed pairs that were flagged or are in the group of an accepted
   *     pattern, which is all that can be found of attacks that leave the sketches as they are
   * @param falselyFlagged number of others that were flagged
   * @param recallAtOne share of the changed pairs that score higher than all but 1 % of the others;
   *     null if no pair was changed
   * @param recallAtFive share of the changed pairs that score higher than all but 5 % of the
   *     others; null if no pair was changed
   * @param patterns number of patterns that were accepted
   * @param placeIou overlap of the found with the true place, intersection over union; null where
   *     there is no true place or none was found
   * @param settingErrors relative error of the numbers of the trigger that were recovered, by
   *     parameter id
   */
  public record Trial(
      Planted planted,
      @Nullable ExtensionUse trigger,
      @Nullable ExtensionUse strategy,
      String oddity,
      double rate,
      long seed,
      int pairs,
      int changed,
      DatasetVerdict verdict,
      @Nullable Double auc,
      int found,
      int shown,
      int falselyFlagged,
      @Nullable Double recallAtOne,
      @Nullable Double recallAtFive,
      int patterns,
      @Nullable Double placeIou,
      Map<String, Double> settingErrors) {}

  /**
   * All trials of one kind. Shares come with the wider of two 95 % intervals: of the pairs counted
   * together, and of the sets drawn again (bootstrap).
   *
   * @param planted what was planted
   * @param trigger id; empty for all
   * @param strategy id; empty for all
   * @param oddity name; empty for all, or if it is no oddity
   * @param rate share of the changed pairs; 0 for all
   * @param sets number of trials
   * @param verdicts how many of the sets got which verdict
   * @param auc mean area under the ROC curve; null if no pair was changed
   * @param recall share of the changed pairs that were flagged at the rate that was asked for; null
   *     if no pair was changed. Of oddities, the smaller the better
   * @param shown share of the changed pairs that were flagged or are in the group of an accepted
   *     pattern; null if no pair was changed
   * @param recallAtOne share of the changed pairs that score higher than all but 1 % of the others
   *     of their set; null if no pair was changed
   * @param recallAtFive share of the changed pairs that score higher than all but 5 % of the others
   *     of their set; null if no pair was changed
   * @param falseAlarms share of unchanged pairs that were flagged
   * @param worstFalseAlarms largest share of unchanged pairs that were flagged in one set
   * @param placeIou mean; null if there is none
   * @param settingError median relative error of all recovered numbers; null if there is none
   * @param smallestFound smallest rate from which on at least half of the changed pairs were
   *     flagged or shown; null if none, or if it is no attack
   * @param roc mean ROC curve of the sets; empty if no pair was changed
   */
  public record KindSummary(
      Planted planted,
      String trigger,
      String strategy,
      String oddity,
      double rate,
      int sets,
      Map<DatasetVerdict, Integer> verdicts,
      @Nullable Share auc,
      @Nullable Share recall,
      @Nullable Share shown,
      @Nullable Share recallAtOne,
      @Nullable Share recallAtFive,
      Share falseAlarms,
      double worstFalseAlarms,
      @Nullable Double placeIou,
      @Nullable Double settingError,
      @Nullable Double smallestFound,
      List<RocPoint> roc) {}

  /**
   * A point of a ROC curve.
   *
   * @param falseAlarms share of unchanged pairs above a threshold
   * @param found share of changed pairs above it
   */
  public record RocPoint(double falseAlarms, double found) {}
}
