package org.pentimento.workbench.plan.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pentimento.protocol.question.PlanQuestion.PlanFault;

class PlanProblemTest {
  private static String message(String key, String problem, String remedy) {
    return PlanProblem.of(new PlanFault(4, key, problem, remedy)).message();
  }

  @Test
  void whatIsWantedIsSaidFirst() {
    assertThat(
            message(
                "data.count",
                "count is 'abc', but must be a number",
                "Allowed is a whole number from 4 to 100000."))
        .isEqualTo("count has to be a whole number from 4 to 100000; it is 'abc'.");
    assertThat(message("seed", "is x", "Allowed is a whole number from 1 to 9."))
        .isEqualTo("seed has to be a whole number from 1 to 9; it is x.");
    assertThat(
            message(
                "rate", "rate is 2.0, allowed is 0.0 to 1.0", "Allowed is a number from 0 to 1."))
        .isEqualTo("rate has to be a number from 0 to 1; it is 2.0.");
  }

  @Test
  void otherProblemsAreToldWithTheirRemedy() {
    assertThat(message("generators[0].id", "there is no generator 'x'", "Allowed are: fcn."))
        .isEqualTo("There is no generator 'x'. Allowed are: fcn.");
    assertThat(message("name", "has no value", "Write a value behind the colon."))
        .isEqualTo("name has no value. Write a value behind the colon.");
  }
}
