package org.pentimento.workbench.plan.model;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pentimento.protocol.question.PlanQuestion.PlanFault;

/**
 * Something that is wrong with a plan.
 *
 * @param line of the text, counted from 1
 * @param key path of the value, such as {@code attacks[0].rate}; empty for the plan as a whole
 * @param message what is wrong and what to do
 */
public record PlanProblem(int line, String key, String message) {
  /** Such as {@code is 2}, said of the value, or {@code count is 'a', but must be a number}. */
  private static final Pattern VALUE =
      Pattern.compile("(?:\\S+ )?is (.+?)(?:, (?:but|allowed) .*)?");

  private static final Pattern ALLOWED = Pattern.compile("Allowed is (.+)\\.");

  /** Makes a sentence of it that says first what is wanted. */
  static PlanProblem of(PlanFault fault) {
    String problem = fault.problem();
    String name = fault.key().replaceFirst("^.*\\.", "");
    Matcher value = VALUE.matcher(problem);
    Matcher allowed = ALLOWED.matcher(fault.remedy());
    if (!name.isEmpty() && value.matches() && allowed.matches()) {
      String words = "%s has to be %s; it is %s.".formatted(name, allowed.group(1), value.group(1));
      return new PlanProblem(fault.line(), fault.key(), words);
    }
    String what =
        problem.startsWith("is ") || problem.startsWith("has no ")
            ? (name.isEmpty() ? "This" : name) + " " + problem
            : problem.substring(0, Math.min(1, problem.length())).toUpperCase(Locale.ROOT)
                + problem.substring(Math.min(1, problem.length()));
    return new PlanProblem(fault.line(), fault.key(), (what + ". " + fault.remedy()).strip());
  }

  /** Whether it is about the value at a path, or the id of the extension there. */
  boolean isAt(String path) {
    return key.equals(path) || key.equals(path + ".id");
  }
}
