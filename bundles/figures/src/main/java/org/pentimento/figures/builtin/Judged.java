package org.pentimento.figures.builtin;

import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TrainedModel;

/** Whether anything can be said about an attack. */
final class Judged {
  private Judged() {}

  /** False if a model collapsed in training: what it draws says nothing about an attack. */
  static boolean canBe(Comparison comparison) {
    TrainedModel poisoned = comparison.poisonedModel();
    return comparison.cleanModel().collapsed().isEmpty()
        && (poisoned == null || poisoned.collapsed().isEmpty());
  }
}
