package org.pentimento.figures.builtin;

import org.pentimento.casefile.result.Comparison;

/** Whether anything can be said about an attack. */
final class Judged {
  private Judged() {}

  /** False if a model collapsed in training: what it draws says nothing about an attack. */
  static boolean canBe(Comparison comparison) {
    return comparison.models().values().stream().allMatch(model -> model.collapse() == null);
  }
}
