package org.pentimento.casefile.result.mitigation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.model.Evidence;

class MitigationOutcomeTest {
  @Test
  void onlyEvidenceAgainstItAfterEvidenceForItMeansThatItIsGone() {
    for (Evidence before : Evidence.values()) {
      for (Evidence after : Evidence.values()) {
        assertThat(MitigationOutcome.of(before, after) == MitigationOutcome.GONE)
            .as("%s, then %s", before, after)
            .isEqualTo(before == Evidence.FOR && after == Evidence.AGAINST);
      }
    }
    assertThat(MitigationOutcome.of(Evidence.FOR, Evidence.FOR))
        .isEqualTo(MitigationOutcome.STILL_THERE);
    assertThat(MitigationOutcome.of(Evidence.UNDECIDED, Evidence.FOR))
        .isEqualTo(MitigationOutcome.CAME_UP);
    assertThat(MitigationOutcome.of(Evidence.FOR, Evidence.UNDECIDED))
        .isEqualTo(MitigationOutcome.WEAKER);
  }
}
