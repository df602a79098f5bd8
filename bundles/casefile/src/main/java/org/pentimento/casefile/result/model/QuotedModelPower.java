package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.QuotedPower.Share;

/**
 * What a self-test measured on models comparable to an inspected one: the same detectors, versions
 * and settings, as many shadow models, the same generator at a similar size, images of the same
 * kind and size, and between half and twice as many trusted pairs.
 *
 * @param selfTest id of the self-test in the case
 * @param dataset name of the data of whose pairs its models were trained
 * @param generator id of the generator
 * @param trusted number of pairs that its inspections were given
 * @param clean number of clean models
 * @param spoilt number of models of spoilt pairs without a trigger
 * @param attacks number of attacks that took
 * @param found share of these attacks with the verdict backdoor or hidden mode
 * @param falseAlarms share of clean models whose p of a second mode or of a shown trigger was below
 *     .05
 * @param accused share of clean models with the verdict backdoor or hidden mode
 * @param auc area under the ROC curve, attacks against clean models; null if there is no score
 * @param aucOfSpoilt area under the ROC curve, attacks against spoilt pairs; null if there is no
 *     score
 * @param againstClean how much better a trigger explains the score of the inspected model than its
 *     being clean; null if it has none
 * @param againstSpoilt how much better a trigger explains the score than spoilt pairs without one;
 *     null if that was not measured
 */
public record QuotedModelPower(
    String selfTest,
    String dataset,
    String generator,
    int trusted,
    int clean,
    int spoilt,
    int attacks,
    Share found,
    Share falseAlarms,
    Share accused,
    @Nullable Share auc,
    @Nullable Share aucOfSpoilt,
    @Nullable Strength againstClean,
    @Nullable Strength againstSpoilt) {
  /** Refuses null. */
  public QuotedModelPower {
    requireNonNull(selfTest, "selfTest");
    requireNonNull(dataset, "dataset");
    requireNonNull(generator, "generator");
    requireNonNull(found, "found");
    requireNonNull(falseAlarms, "falseAlarms");
    requireNonNull(accused, "accused");
  }
}
