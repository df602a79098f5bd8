package org.pentimento.audit.selftest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/** A self-test over noise with a detector that finds blank sheets and nothing else. */
class SelfTestTest {
  private static final String PLAN =
      """
      pentimento: 1
      name: a small one
      data: {dataset: squares, count: 40}
      seeds: [1]
      """;

  @TempDir private Path folder = Path.of("");
  private final AtomicInteger inspections = new AtomicInteger();
  private final Extensions extensions = MadeUpSets.extensions(inspections);

  /** Cancels after some sets. */
  private static final class Impatient implements Progress {
    private int left;
    private long total;

    Impatient(int sets) {
      this.left = sets;
    }

    @Override
    public void begin(String task, long newTotal) {
      total = newTotal;
    }

    @Override
    public void advance(long units) {
      left -= total == 25 ? (int) units : 0; // reading pairs advances too
    }

    @Override
    public void note(String message) {}

    @Override
    public void checkCancelled() throws CancelledException {
      if (left <= 0) {
        throw new CancelledException();
      }
    }
  }

  private SelfTest.Outcome run(CaseFile file, @Nullable Integer limit, Progress progress)
      throws IOException, CancelledException {
    return run(file, limit, progress, PLAN);
  }

  private SelfTest.Outcome run(
      CaseFile file, @Nullable Integer limit, Progress progress, String source)
      throws IOException, CancelledException {
    SelfTestPlan plan = new PlanReader(extensions).selfTest("plan.yaml", source);
    DatasetDetector detector = extensions.all(Kind.DATASET_DETECTOR, DatasetDetector.class).get(0);
    Plan.Data data = requireNonNull(plan.data());
    return new SelfTest(file, extensions, Map.of("pentimento", "1.2.3"), progress)
        .run(
            new SelfTestRequest(
                "a small one",
                plan,
                source,
                List.of(
                    new Use(detector.descriptor().id(), Settings.defaults(detector.descriptor()))),
                .01,
                11,
                limit),
            HonestData.open(file, data, extensions, progress));
  }

  private CaseFile create(String name) throws IOException {
    return CaseFile.create(folder.resolve(name), new CaseInfo("e", "", "", "", "UTC", ""));
  }

  private static double value(@Nullable Share share) {
    return share == null ? Double.NaN : share.value();
  }

  private static KindSummary kind(SelfTestResult result, Planted planted, double rate) {
    return result.kinds().stream()
        .filter(k -> k.planted() == planted && k.rate() == rate)
        .filter(k -> k.trigger().isEmpty() && k.strategy().isEmpty() && k.oddity().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itMeasuresWhatADetectorFindsAndWhatItDoesNot() throws Exception {
    try (CaseFile file = create("a.case")) {
      SelfTestResult result = run(file, null, Progress.NONE).result();
      assertThat(result.data().material()).isEqualTo(Material.DRAWN);
      assertThat(result.planned()).isEqualTo(result.trials().size()).isEqualTo(17 + 28 + 4);
      assertThat(result.leftOut()).containsKey("at-the-eyes");
      assertThat(value(result.total().recall())).isEqualTo(1);
      assertThat(value(result.total().auc())).isEqualTo(1);
      assertThat(kind(result, Planted.ATTACK, 0).smallestFound()).isEqualTo(.02);
      assertThat(kind(result, Planted.NOTHING, 0).falseAlarms().value()).isZero();
      assertThat(result.trials().stream().map(SelfTestResult.Trial::seed).distinct()).hasSize(49);
      assertThat(file.run("self-test-1").map(RunRecord::kind)).contains(RunKind.SELF_TEST);
    }
  }

  @Test
  void cancelledAndResumedItEndsWithTheSameBytes() throws Exception {
    String undisturbed;
    try (CaseFile file = create("a.case")) {
      undisturbed = run(file, 25, Progress.NONE).resultSha();
      assertThat(inspections.getAndSet(0)).isEqualTo(25);
    }
    try (CaseFile file = create("b.case")) {
      assertThatThrownBy(() -> run(file, 25, new Impatient(10)))
          .isInstanceOf(CancelledException.class);
      assertThat(inspections.get()).isEqualTo(10);
      assertThat(file.run("self-test-1").map(RunRecord::state)).contains(RunRecord.State.CANCELLED);
    }
    try (CaseFile file = CaseFile.openForWriting(folder.resolve("b.case"))) {
      SelfTest.Outcome outcome = run(file, 25, Progress.NONE);
      assertThat(outcome.resultSha()).isEqualTo(undisturbed);
      assertThat(outcome.id()).isEqualTo("self-test-1");
      assertThat(inspections.getAndSet(0)).isEqualTo(25);
      assertThat(outcome.result().planned()).isEqualTo(49);
      assertThat(outcome.result().trials()).hasSize(25);
      assertThat(run(file, 30, Progress.NONE).result().trials()).hasSize(30);
      assertThat(inspections.get())
          .as("sets that were made before are not made again")
          .isEqualTo(5);
    }
  }

  @Test
  void setsThatNoDetectorCanSpeakOfEndIt() throws Exception {
    try (CaseFile file = create("a.case")) {
      assertThatThrownBy(() -> run(file, 3, Progress.NONE, PLAN.replace("count: 40", "count: 9")))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("at least 10 pairs");
      assertThat(file.run("self-test-1").map(RunRecord::state)).contains(RunRecord.State.FAILED);
    }
  }
}
