package org.pentimento.casefile.line;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A plan that has left the line of a case.
 *
 * @param plan name of the plan
 * @param how it left
 */
public record LeftLine(String plan, How how) {
  /** How a plan leaves the line. */
  @EnumNaming(KebabCaseStrategy.class)
  public enum How {
    /** It was carried out. */
    DONE("done"),
    /** An error ended it. */
    FAILED("failed"),
    /** A person ended it. */
    CANCELLED("cancelled"),
    /** Its process, or the one that started it, was killed or crashed. */
    INTERRUPTED("interrupted"),
    /** A person took it out of the line before its turn came. */
    TAKEN_OUT("taken out of the line");

    private final String word;

    How(String word) {
      this.word = word;
    }
  }

  /** How the plans of a line ended, such as {@code 3 plans: 2 done, 1 failed (sweep).} */
  public static String words(List<LeftLine> left) {
    Map<How, List<String>> plans =
        left.stream()
            .collect(
                Collectors.groupingBy(
                    LeftLine::how, Collectors.mapping(LeftLine::plan, Collectors.toList())));
    List<String> parts = new ArrayList<>();
    for (How how : How.values()) {
      List<String> names = plans.getOrDefault(how, List.of());
      if (!names.isEmpty()) {
        parts.add(
            names.size()
                + " "
                + how.word
                + (how == How.DONE ? "" : " (" + String.join(", ", names) + ")"));
      }
    }
    return left.size() + (left.size() == 1 ? " plan: " : " plans: ") + String.join(", ", parts);
  }
}
