package org.pentimento.testing.junit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.pentimento.testing.Check;
import org.pentimento.testing.NotApplicableException;

/** Checks as tests of JUnit: one that does not apply is shown as skipped. */
final class DynamicChecks {
  private DynamicChecks() {}

  static Stream<DynamicTest> of(List<Check> checks) {
    return checks.stream()
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.name(),
                    () ->
                        Assertions.assertTimeoutPreemptively(
                            java.time.Duration.ofMinutes(2), () -> run(check))));
  }

  private static void run(Check check) throws Exception {
    try {
      check.body().run();
    } catch (NotApplicableException e) {
      Assumptions.abort("not applicable: " + e.getMessage());
    }
  }
}
