package org.pentimento.workbench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.plan.DemoPlan;
import org.pentimento.plan.PlanText;

class PlanTemplateTest {
  private static final List<String> METRICS = List.of("fsim", "fsimc", "theirs");

  @ParameterizedTest
  @EnumSource
  void makesAPlanOfItsOwnName(PlanTemplate template) {
    PlanText plan = PlanText.of(template.of(DemoPlan.text(), METRICS));
    assertThat(plan.problem()).isEmpty();
    assertThat(plan.value("name"))
        .startsWith("light strokes, first look")
        .matches(template == PlanTemplate.FIRST_LOOK ? "[^,]*, [^,]*" : "[^,]*, [^,]*, .+");
    assertThat(plan.size("generators")).isEqualTo(2);
    assertThat(plan.size("attacks")).isPositive();
  }

  @Test
  void sweepsOverRates() {
    PlanText plan = PlanText.of(PlanTemplate.SWEEP.of(DemoPlan.text(), METRICS));
    assertThat(plan.size("attacks")).isEqualTo(4);
    assertThat(plan.value("attacks[0].rate")).isEqualTo("0.02");
    assertThat(plan.value("attacks[3].rate")).isEqualTo("0.2");
  }

  @Test
  void asksEveryInstalledMetric() {
    PlanText plan = PlanText.of(PlanTemplate.ALL_METRICS.of(DemoPlan.text(), METRICS));
    assertThat(plan.size("metrics")).isEqualTo(3);
    assertThat(plan.value("metrics[2]")).isEqualTo("theirs");
  }

  @Test
  void putsATriggerInACornerBesideOneThatIsEverywhere() {
    PlanText plan = PlanText.of(PlanTemplate.REACH.of(DemoPlan.text(), METRICS));
    assertThat(plan.value("attacks[0].trigger.id")).isEqualTo("patch");
    assertThat(plan.value("attacks[1].trigger.id")).isEqualTo("sinusoidal");
  }
}
