package org.pentimento.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanThreadsTest {
  @Test
  void areReadFromAPlanThatIsOtherwiseWrong() {
    assertThat(PlanThreads.named("generators: 7\nthreads: 3\n", List.of())).hasValue(3);
  }

  @Test
  void areOverridden() {
    assertThat(PlanThreads.named("threads: 3", List.of("threads=4", "data.count=8"))).hasValue(4);
  }

  @Test
  void areEmptyWhereThePlanNamesNone() {
    for (String plan :
        List.of("name: a", "threads: 0", "threads: many", "threads: [2]", "", ": [")) {
      assertThat(PlanThreads.named(plan, List.of())).as(plan).isEmpty();
    }
  }
}
