package org.pentimento.audit.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pentimento.audit.estimate.Outlook.Remaining;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.Use;

/** What is left of a run of four trainings, two drawings and two measurements. */
class OutlookTest {
  private static final String PLAN =
      """
      pentimento: 1
      data: {dataset: faces, count: 120, split: {train: 80, test: 40}, size: [64, 64]}
      generators: [{id: fcn, width: 16, epochs: 20}]
      attacks:
        - {trigger: {id: sinusoidal}, strategy: {id: light-strokes}, rate: 0.1}
      metrics: [fsim, ssim]
      seeds: [1, 2]
      threads: 2
      """;

  private final List<Remaining> told = new ArrayList<>();
  private long seconds;
  private Plan plan;

  @BeforeEach
  void read() throws Exception {
    plan = new PlanReader(FakeExtensions.some()).read("plan", PLAN, List.of());
  }

  private Outlook outlook(StepTimes times) {
    Outlook outlook = new Outlook(work -> times, told::add, () -> seconds * 1_000_000_000L);
    outlook.begin(new Work(plan, 80, 40, 64 * 64, "here"));
    return outlook;
  }

  private Use fcn() {
    return plan.generators().get(0);
  }

  private void trains(Outlook outlook, String key) {
    outlook.begins(
        key,
        "train",
        Map.of("generator", Map.of("id", "fcn", "settings", fcn().settings().values())));
  }

  private Remaining last() {
    return told.get(told.size() - 1);
  }

  @Test
  void goesByTheEstimateAndThenByWhatWasMeasured() {
    Outlook outlook = outlook(new StepTimes(Map.of(fcn(), 100.0), 10, 5, Double.NaN));
    trains(outlook, "a");
    assertThat(last()).isEqualTo(new Remaining(0, 8, 4 * 100 + 2 * 10 + 2 * 5, false));
    seconds = 200; // twice as long as was thought
    outlook.ended("a", false);
    assertThat(last()).isEqualTo(new Remaining(1, 8, 3 * 200 + 2 * 10 + 2 * 5, false));
    trains(outlook, "b");
    seconds = 250;
    outlook.reached(0);
    seconds = 300;
    outlook.reached(.5); // as fast as was thought at first
    assertThat(last().seconds()).isCloseTo(50 + 2 * 200 + 30, within(1.0));
  }

  @Test
  void whatWasDoneBeforeTakesNoTimeAndCountsOnce() {
    Outlook outlook = outlook(new StepTimes(Map.of(fcn(), 100.0), 10, 5, Double.NaN));
    trains(outlook, "a");
    outlook.ended("a", true);
    trains(outlook, "a"); // the clean model serves all attacks
    outlook.ended("a", true);
    assertThat(last()).isEqualTo(new Remaining(1, 8, 3 * 100 + 2 * 10 + 2 * 5, false));
  }

  @Test
  void aResumedTrainingIsJudgedByItsPace() {
    Outlook outlook = outlook(new StepTimes(Map.of(fcn(), 100.0), 10, 5, Double.NaN));
    trains(outlook, "a");
    outlook.reached(.8);
    seconds = 40;
    outlook.reached(1);
    outlook.ended("a", false);
    assertThat(last().seconds()).isCloseTo(3 * 200 + 2 * 10 + 2 * 5, within(1.0));
  }

  @Test
  void whatNothingTellsIsSaid() {
    Outlook outlook = outlook(StepTimes.NONE);
    trains(outlook, "a");
    assertThat(last().seconds()).isNaN();
    assertThat(last().atLeast()).isTrue();
    outlook.reached(0);
    seconds = 10;
    outlook.reached(.1);
    assertThat(last().seconds()).isCloseTo(90 + 3 * 100, within(1.0));
    assertThat(last().atLeast()).isTrue(); // drawing and measuring
    seconds = 100;
    outlook.ended("a", false);
    for (String kind : List.of("draw", "measure")) {
      outlook.begins(kind, kind, Map.of());
      seconds += 8;
      outlook.ended(kind, false);
    }
    assertThat(last()).isEqualTo(new Remaining(3, 8, 3 * 100 + 8 + 8, false));
  }
}
