package org.pentimento.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.RunCancelled;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunInterrupted;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.event.TrainingMeasured;
import org.pentimento.casefile.log.Entry;

/** How long a run was at work. */
class RunTimeTest {
  private static final String SHA = "0".repeat(64);

  private final List<Entry> log = new ArrayList<>();

  private RunTimeTest at(int second, CaseEvent event) {
    log.add(
        new Entry(
            log.size() + 1,
            Instant.EPOCH.plusSeconds(second),
            "tester",
            event.action(),
            event.body(),
            SHA,
            SHA));
    return this;
  }

  private RunTimeTest start(int second) {
    return at(second, new RunStarted("r", "plan", SHA));
  }

  private static TrainingMeasured training(double seconds) {
    return new TrainingMeasured(new TrainingCost("r", "fcn/clean/s1", SHA, seconds, 1, 0, ""));
  }

  private static StepFinished step() {
    return new StepFinished("r", SHA, "train", Map.of());
  }

  private RunTime time() {
    return RunTime.of(log, "r");
  }

  @Test
  void pausesDoNotCount() {
    start(0).at(50, new RunCancelled("r"));
    start(5000).at(5010, step()).at(5030, new RunFinished("r", SHA));
    assertThat(time()).isEqualTo(new RunTime(80, 2, false));
    assertThat(time().words()).isEqualTo("80 s of work in 2 parts, pauses not counted");
  }

  @Test
  void othersDoNotCount() {
    start(0).at(10, new RunStarted("other", "plan", SHA)).at(20, new RunFinished("r", SHA));
    assertThat(time()).isEqualTo(new RunTime(20, 1, false));
    assertThat(time().words()).isEqualTo("20 s of work");
  }

  @Test
  void whatAKilledProcessTrainedCountsByItsOwnClock() {
    start(0).at(10, step()); // then 40 s of training, and killed
    at(1000, new RunInterrupted("r"));
    start(1000).at(1060, training(100)).at(1060, step()).at(1070, new RunFinished("r", SHA));
    assertThat(time()).isEqualTo(new RunTime(10 + 100 + 10, 2, false));
  }

  @Test
  void whatNobodyMeasuredIsSaid() {
    start(0).at(10, step()).at(1000, new RunInterrupted("r"));
    start(1000).at(1060, step()).at(1070, new RunFinished("r", SHA));
    assertThat(time()).isEqualTo(new RunTime(80, 2, true));
    assertThat(time().words()).startsWith("at least 80 s of work");
  }
}
