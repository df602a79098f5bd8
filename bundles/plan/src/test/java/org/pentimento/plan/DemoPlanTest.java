package org.pentimento.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoPlanTest {
  /** Who makes a plan of another data set from it leaves the first line out. */
  @Test
  void isAPlanWithACommentInItsFirstLineAlone() throws PlanException {
    String text = DemoPlan.text();
    assertThat(text.lines().filter(l -> l.startsWith("#")))
        .containsExactly(text.lines().findFirst().orElseThrow());
    assertThat(PlanText.of(text).with("name", "another").text())
        .contains("name: another", "pentimento: 1");
  }
}
