package org.pentimento.workbench.plan.model;

import org.pentimento.protocol.question.PlanQuestion.PlanFault;

/**
 * Something that is wrong with a plan.
 *
 * @param line of the text, counted from 1
 * @param key path of the value, such as {@code attacks[0].rate}; empty for the plan as a whole
 * @param message what is wrong and what to do
 */
public record PlanProblem(int line, String key, String message) {
  /** Makes a sentence of it; a problem such as "is 2" is said of the value. */
  static PlanProblem of(PlanFault fault) {
    String problem = fault.problem();
    String name = fault.key().replaceFirst("^.*\\.", "");
    String what =
        problem.startsWith("is ") || problem.startsWith("has no ")
            ? (name.isEmpty() ? "This" : name) + " " + problem
            : problem.substring(0, Math.min(1, problem.length())).toUpperCase(java.util.Locale.ROOT)
                + problem.substring(Math.min(1, problem.length()));
    return new PlanProblem(fault.line(), fault.key(), (what + ". " + fault.remedy()).strip());
  }

  /** Whether it is about the value at a path, or the id of the extension there. */
  boolean isAt(String path) {
    return key.equals(path) || key.equals(path + ".id");
  }
}
