package org.pentimento.audit.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.fixtures.FakeDetector;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.registry.Extensions;

/** What a plain plan will take, reckoned by hand. */
class EstimateTest {
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

  @TempDir private Path folder = Path.of("");

  private static Work work() throws Exception {
    Plan plan = new PlanReader(FakeExtensions.some()).read("plan", PLAN, List.of());
    return new Work(plan, 80, 40, 64 * 64, "here");
  }

  private static History history(int width, String machine) throws Exception {
    Map<String, Object> settings =
        new TreeMap<>(work().plan().generators().get(0).settings().values());
    settings.put("width", width);
    settings.put("epochs", 40);
    ExtensionUse use = new ExtensionUse("fcn", "FCN", "1.0.0", "", settings);
    return new History(
        List.of(new History.Training(use, 40, 64 * 64, machine, 30, 1000, 0, 400_000_000)),
        List.of(new History.Rest(64 * 64, 0.01, 0.002, 2, 1)));
  }

  @Test
  void growsWithPairsAndEpochs() throws Exception {
    Estimate estimate = Estimate.of(work(), history(16, "here"), History.NONE);
    // 30 s for 40 pairs and 40 epochs are 30 s for 80 and 20; two seeds, clean and poisoned.
    double training = 4 * 30;
    double drawing = 2 * 4 * 40 * 0.01;
    double measuring = 2 * 8 * 40 * 2 * 0.002;
    assertThat(estimate.seconds()).isCloseTo(training + drawing + measuring, within(0.01));
    assertThat(estimate.low()).isLessThan(estimate.seconds());
    assertThat(estimate.high()).isGreaterThan(estimate.seconds()).isLessThan(200);
    // Weights; sketches drawn, true and wanted, photos with and without trigger; 8 poisoned
    // pairs; 140 bytes a measured value.
    double bytes = 4 * 1000 + 4096 * (320 + 80 + 16) + 2 * 4096 * (80 + 16) + 2 * 8 * 40 * 2 * 140;
    assertThat(estimate.bytes()).isCloseTo(bytes, within(1.0));
    assertThat(estimate.peakBytes()).isEqualTo(1.35 * 400_000_000);
    assertThat(estimate.basis()).contains("same settings on this machine");
  }

  @Test
  void saysWhenItIsRough() throws Exception {
    Estimate other = Estimate.of(work(), history(64, "here"), History.NONE);
    assertThat(other.high() / other.low()).isGreaterThan(8);
    assertThat(other.basis()).startsWith("Rough").contains("fcn");
    assertThat(Estimate.of(work(), history(16, "elsewhere"), History.NONE).basis())
        .startsWith("Rough");
  }

  @Test
  void takesATrialBeforeRunsWithOtherSettings() throws Exception {
    History.Training tried = history(16, "here").trainings().get(0);
    History trial =
        new History(
            List.of(
                new History.Training(tried.generator(), 40, 64 * 64, "here", 60, 1000, 0.02, 0)),
            List.of(new History.Rest(64 * 64, 0, 0.004, 2, 1)));
    Estimate first = Estimate.of(work(), History.NONE, trial);
    double measuring = 2 * 8 * 40 * 2 * 0.004;
    assertThat(first.seconds()).isCloseTo(4 * 60 + 2 * 4 * 40 * 0.02 + measuring, within(0.01));
    assertThat(first.peakBytes()).isNaN(); // trials of old did not say
    assertThat(first.basis()).contains("from a trial").contains("fcn");
    Estimate beside = Estimate.of(work(), history(64, "here"), trial);
    assertThat(beside.seconds()).isEqualTo(first.seconds());
    Estimate after = Estimate.of(work(), history(16, "here"), trial);
    assertThat(after.seconds()).isLessThan(4 * 30 + 30);
    assertThat(after.basis()).contains("earlier runs with the same settings");
  }

  @Test
  void keepsTrialsByWhatTheyDependOn() throws Exception {
    Trials trials = new Trials(folder.resolve("state"));
    Work work = work();
    History.Training tried = history(16, "here").trainings().get(0);
    trials.keep(tried);
    trials.keep(tried); // once more, which replaces the first
    trials.keep(work, new History.Rest(64 * 64, 0, 0.004, 2, 1));
    History kept = new Trials(folder.resolve("state")).of(work);
    assertThat(kept.trainings()).hasSize(1);
    assertThat(kept.rests()).hasSize(1);
    assertThat(Estimate.of(work, History.NONE, kept).seconds()).isGreaterThan(100);
    Work elsewhere = new Work(work.plan(), 80, 40, 64 * 64, "elsewhere");
    assertThat(Estimate.of(elsewhere, History.NONE, trials.of(elsewhere)).seconds()).isNaN();
  }

  @Test
  void inspectionsAreCountedIn() throws Exception {
    Extensions extensions = FakeExtensions.some();
    FakeExtensions.add(extensions, Kind.DATASET_DETECTOR, FakeDetector.of("ink", LooksAt.SKETCHES));
    Plan plan = new PlanReader(extensions).read("plan", PLAN + "detectors: [ink]\n", List.of());
    Work work = new Work(plan, 80, 40, 64 * 64, "here");
    Estimate without = Estimate.of(work, history(16, "here"), History.NONE);
    assertThat(without.basis()).contains("2 inspections by detectors could not be counted in");
    assertThat(Estimate.wantsInspecting(work, history(16, "here"), History.NONE)).isTrue();
    Trials trials = new Trials(folder.resolve("state"));
    trials.keep(work, new History.Inspecting(List.of("ink"), 20, 32 * 64, "here", 3));
    History tried = new Trials(folder.resolve("state")).of(work);
    assertThat(Estimate.wantsInspecting(work, history(16, "here"), tried)).isFalse();
    Estimate with = Estimate.of(work, history(16, "here"), tried);
    // 3 s for 20 pairs are 24 s for 80 of twice the pixels; one attack, two seeds.
    assertThat(with.seconds() - without.seconds()).isCloseTo(2 * 24, within(.01));
    assertThat(with.basis()).endsWith("2 inspections by detectors counted in.");
    assertThat(Estimate.of(work(), history(16, "here"), tried).basis())
        .doesNotContain("inspection");
  }

  @Test
  void spellsAmounts() {
    assertThat(Amounts.time(45)).isEqualTo("45 s");
    assertThat(Amounts.time(200)).isEqualTo("3 min");
    assertThat(Amounts.size(3_400_000)).isEqualTo("3 MB");
    Estimate some = new Estimate(200, 100, 400, 3e9, 2e9, "Known.");
    assertThat(Amounts.words(some, 1e12, 16_000_000_000L))
        .isEqualTo(
            "About 3 min (2 min to 7 min) and 3.0 GB of disk; a training takes at most about 2.0 GB"
                + " of memory. Known.");
    assertThat(Amounts.words(some, 1e12, 2_500_000_000L))
        .endsWith(
            "Known. That is more memory than a job may take of this machine's 2.5 GB; choose a"
                + " smaller width, batch or image size.");
    Estimate unknown = new Estimate(200, 100, 400, 3e9, Double.NaN, "Known.");
    assertThat(Amounts.words(unknown, 1e12, 1)).doesNotContain("memory");
    assertThat(Amounts.words(some, 1e9, 16_000_000_000L))
        .endsWith("only 1.0 GB free; make room, or put the case" + " elsewhere.");
  }

  @Test
  void saysWhenNothingIsKnown() throws Exception {
    Estimate none = Estimate.of(work(), History.NONE, History.NONE);
    assertThat(none.seconds()).isNaN();
    assertThat(none.bytes()).isNaN();
    assertThat(none.basis()).contains("trained fcn yet");
  }

  @Test
  void learnsFromTheLogOfACase() throws Exception {
    CaseInfo info = new CaseInfo("E", "", "", "", "UTC", "");
    History history;
    try (CaseFile file = CaseFile.create(folder.resolve("a.case"), info)) {
      String weights = file.blobs().put(new byte[777]);
      String rows = file.blobs().put(new byte[] {1});
      String measured = file.blobs().put(new byte[] {2});
      String plan = file.blobs().put("plan".getBytes(StandardCharsets.UTF_8));
      file.record(new RunStarted("r1", "n", plan));
      file.record(new StepFinished("r1", "a", "train", Map.of("weights", weights)));
      file.record(new StepFinished("r1", "b", "draw", Map.of("rows", rows)));
      file.record(new StepFinished("r1", "c", "measure", Map.of("measurements", measured)));
      String result = file.blobs().putJson(result(plan, weights, measured, rows));
      file.record(new RunFinished("r1", result));
      history = History.of(file);
    }
    assertThat(history.trainings()).hasSize(1);
    assertThat(history.trainings().get(0).bytes()).isEqualTo(777);
    assertThat(history.trainings().get(0).seconds()).isBetween(0.0, 60.0);
    assertThat(history.rests().get(0).sketchBytes()).isCloseTo(1.0 / (64 * 64), within(1e-9));
  }

  private static RunResult result(String plan, String weights, String measured, String picture) {
    ExtensionUse fcn = new ExtensionUse("fcn", "FCN", "1.0.0", "", Map.of("epochs", 40));
    Comparison.TestedModel model =
        new Comparison.TestedModel(weights, weights, 5, List.of(), null, "");
    Comparison comparison =
        new Comparison(
            "fcn/s1",
            new Audited.Trained(fcn, 1),
            Map.of(Subject.CLEAN, model),
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Comparison.ImageRow(
                    "p",
                    Map.of(
                        new ImageRole.Photo(PhotoKind.CLEAN),
                        picture,
                        new ImageRole.OfReference(ReferenceSketch.TRUTH),
                        picture))),
            measured,
            null);
    return new RunResult(
        RunResult.SCHEMA,
        "n",
        plan,
        Map.of("threads", "2"),
        new RunResult.DataUsed("faces", "faces", "d", List.of("a"), List.of("p"), 64, 64, Map.of()),
        List.of(fcn),
        List.of(comparison),
        List.of());
  }
}
