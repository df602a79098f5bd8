package org.pentimento.workbench.inspection.contents;

import org.pentimento.casefile.event.RunRecord;

/** How far an inspection or a self-test got that has no result. */
public final class RunState {
  private RunState() {}

  /** One or two sentences for a person. */
  public static String words(RunRecord run) {
    return switch (run.state()) {
      case STARTED -> "It is under way, or its process was killed.";
      case FINISHED -> "";
      case CANCELLED -> "It was cancelled. What it had finished is kept.";
      case FAILED -> "It failed: " + run.message();
      case INTERRUPTED -> "Its process ended without a word. What it had finished is kept.";
    };
  }
}
