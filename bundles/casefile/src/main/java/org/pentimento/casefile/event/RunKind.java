package org.pentimento.casefile.event;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a run does. */
@EnumNaming(KebabCaseStrategy.class)
public enum RunKind {
  /** Carries out a plan: plays announced attacks through. What it finds is a simulation. */
  AUDIT("run"),
  /** Looks for attacks that nobody announced. What it finds is evidence. */
  INSPECTION("inspection"),
  /** Looks for something hidden in a model. What it finds is evidence. */
  MODEL_INSPECTION("model-inspection"),
  /** Measures what inspections find of attacks that it plants itself. */
  SELF_TEST("self-test"),
  /** Measures what inspections of models find of attacks that it plants itself. */
  MODEL_SELF_TEST("model-self-test");

  private final String word;

  RunKind(String word) {
    this.word = word;
  }

  /** The word for it, with which the ids of such runs begin. */
  public String word() {
    return word;
  }
}
