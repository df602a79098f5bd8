package org.pentimento.casefile.result;

import java.util.List;

/**
 * What a self-test measured on material comparable to that of an inspection: the same detectors and
 * settings, data of the same kind and size, and between half and twice as many pairs.
 *
 * @param selfTest id of the self-test in the case
 * @param dataset name of the data in which attacks were planted
 * @param pairs how many pairs each set had
 * @param attacks what was found of each kind of attack
 * @param falseAlarms share of honest pairs that were flagged at the false-alarm rate of the
 *     inspection, with its 95 % interval
 */
public record QuotedPower(
    String selfTest, String dataset, int pairs, List<AttackPower> attacks, Share falseAlarms) {
  /**
   * What was found of one kind of attack.
   *
   * @param trigger id of the trigger
   * @param strategy id of the poisoning strategy
   * @param rate share of poisoned pairs
   * @param sets number of sets that were poisoned so
   * @param recall share of the poisoned pairs that were flagged or shown as the group of a common
   *     mark
   * @param auc mean area under the ROC curve
   */
  public record AttackPower(
      String trigger, String strategy, double rate, int sets, Share recall, Share auc) {}

  /**
   * A share with the interval that holds it with 95 %.
   *
   * @param value in [0, 1]
   * @param low end of the interval
   * @param high end of the interval
   */
  public record Share(double value, double low, double high) {}
}
