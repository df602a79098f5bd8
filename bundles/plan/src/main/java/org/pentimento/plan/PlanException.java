package org.pentimento.plan;

import org.pentimento.api.BadInputException;

/** A plan that cannot be used, with the line, or the {@code --set}, where it goes wrong. */
public final class PlanException extends BadInputException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String key;
  private final String problem;

  PlanException(String source, int line, String key, String problem, String remedy) {
    super(where(source, line) + (key.isEmpty() ? "" : ", " + key) + ": " + problem, remedy);
    this.line = line;
    this.key = key;
    this.problem = problem;
  }

  private static String where(String source, int line) {
    return PlanOverride.isSource(source) ? source : source + ", line " + line;
  }

  /** What is wrong, without saying where; such as {@code is 2}, meaning the value. */
  public String problem() {
    return problem;
  }

  /** Line of the plan, counted from 1. */
  public int line() {
    return line;
  }

  /** Path of the key, such as {@code attacks[0].rate}; empty for the plan as a whole. */
  public String key() {
    return key;
  }
}
