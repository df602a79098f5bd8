package org.pentimento.tests.felix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectService;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat.Assumption;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.ModelTruth;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.verify.Verification;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.JobRunner;
import org.pentimento.protocol.StopSignal;
import org.pentimento.verdict.Verdicts;

/**
 * The whole way on tiny data: faces, an attack, two generators, drawings, measurements,
 * comparisons, a case that verifies.
 */
class AuditTest {
  private static final String PLAN =
      """
      pentimento: 1
      name: tiny
      data: {dataset: faces, count: 14, seed: 3, split: {train: 10, test: 4}, size: [32, 32]}
      generators:
        - {id: fcn, width: 4, epochs: 2}
        - {id: cgan, width: 4, epochs: 1}
      attacks:
        - {trigger: {id: sinusoidal, amplitude: 0.2}, strategy: {id: light-strokes}, rate: 0.2}
      metrics: [fsim, ssim]
      seeds: [1]
      threads: 1
      """;

  @TempDir Path folder;

  @InjectService(timeout = 10_000)
  JobRunner runner;

  private final List<JobEvent> events = new ArrayList<>();

  private JobEvent run(String name, String plan, StopSignal stop) {
    return runner.run(
        new Job.Run(Job.PROTOCOL, folder.resolve(name).toString(), null, "test", plan, List.of()),
        events::add,
        stop);
  }

  @Test
  void comparesCleanWithPoisonedAndLeavesACaseThatVerifies() throws Exception {
    JobEvent last = run("a.case", PLAN, new StopSignal());
    assertThat(last).isInstanceOf(JobEvent.Done.class);
    JobResult.OfRun told = (JobResult.OfRun) ((JobEvent.Done) last).result();
    Path caseFolder = folder.resolve("a.case");
    try (CaseFile caseFile = CaseFile.openForReading(caseFolder)) {
      RunResult result = Results.read(caseFile.blobs(), told.result());
      assertThat(result.comparisons())
          .extracting(Comparison::id)
          .containsExactly("fcn/1/s1", "cgan/1/s1");
      assertThat(result.environment())
          .containsEntry("device", System.getProperty("pentimento.device", "cpu"));
      for (Comparison c : result.comparisons()) {
        assertThat(c.attack()).isNotNull();
        assertThat(c.images()).hasSize(4);
        assertThat(c.images().get(0).blobs().keySet().stream().map(ImageRole::key))
            .containsExactlyInAnyOrder(
                "photo",
                "truth",
                "triggered",
                "target",
                "clean/clean",
                "clean/triggered",
                "poisoned/clean",
                "poisoned/triggered");
        MeasurementRow[] rows = caseFile.blobs().readJson(c.measurements(), MeasurementRow[].class);
        Set<String> metrics = new TreeSet<>();
        for (MeasurementRow row : rows) {
          metrics.add(row.metric());
          assertThat(row.value() != null || !row.reason().isEmpty()).as(row.toString()).isTrue();
        }
        // Those of the plan, and those without which blindness cannot be shown.
        assertThat(metrics).containsExactly("fsim", "ink", "retrieval", "scoot", "ssim");
        assertThat(Verdicts.conclusions(c)).isNotEmpty();
      }
      assertThat(result.comparisons().get(0).reach())
          .isNotNull()
          .satisfies(reach -> assertThat(reach.pixels()).isEqualTo(7));
    }
    comesBackAsOnnx(caseFolder, "run-1/cgan/1/s1/clean");
    Verification verification = CaseFile.verify(caseFolder, Optional.empty(), Progress.NONE);
    assertThat(verification.problems()).isEmpty();
  }

  /** Exports a model; the import asks nothing, since the file states how it is used. */
  private void comesBackAsOnnx(Path caseFolder, String model) {
    Path file = folder.resolve("exported.onnx");
    JobEvent exported =
        runner.run(
            new Job.ExportModel(Job.PROTOCOL, caseFolder.toString(), model, file.toString()),
            events::add,
            new StopSignal());
    assertThat(exported).isInstanceOf(JobEvent.Done.class);
    JobEvent imported =
        runner.run(
            new Job.ImportModel(
                Job.PROTOCOL,
                caseFolder.toString(),
                null,
                file.toString(),
                null,
                null,
                Map.of("confinement", "reduced"),
                null),
            events::add,
            new StopSignal());
    assertThat(imported).isInstanceOf(JobEvent.Done.class);
    List<Assumption> assumptions =
        ((JobResult.OfImportModel) ((JobEvent.Done) imported).result()).assumptions();
    assertThat(assumptions).extracting(Assumption::parameter).contains("range");
    assertThat(assumptions).extracting(Assumption::reason).containsOnly("The file states it.");
  }

  @Test
  void aCancelledRunGoesOnAndEndsWithTheSameBytes() throws Exception {
    assertThat(run("whole.case", PLAN, new StopSignal())).isInstanceOf(JobEvent.Done.class);
    int cancellations = 0;
    JobEvent last = new JobEvent.Cancelled();
    // Cancelled a little later each time: within trainings, between steps, while measuring.
    for (int patience = 3; last instanceof JobEvent.Cancelled; patience += 5) {
      StopSignal stop = new StopSignal();
      int limit = patience;
      int[] seen = {0};
      last =
          runner.run(
              new Job.Run(
                  Job.PROTOCOL,
                  folder.resolve("broken.case").toString(),
                  null,
                  "test",
                  PLAN,
                  List.of()),
              e -> {
                if (++seen[0] > limit) {
                  stop.ask();
                }
              },
              stop);
      cancellations++;
    }
    assertThat(last).isInstanceOf(JobEvent.Done.class);
    assertThat(cancellations).isGreaterThan(3);
    assertThat(evidence(folder.resolve("broken.case")))
        .containsAll(evidence(folder.resolve("whole.case")));
    assertThat(result("broken.case")).isEqualTo(result("whole.case"));
    assertThat(
            CaseFile.verify(folder.resolve("broken.case"), Optional.empty(), Progress.NONE)
                .problems())
        .isEmpty();
  }

  @Test
  void withoutAnAttackThereIsNoAttackFigure() throws Exception {
    String plan = PLAN.replaceAll("(?m)^attacks:\\n.*\\n", "").replaceAll("(?m)^.*cgan.*\\n", "");
    assertThat(run("clean.case", plan, new StopSignal())).isInstanceOf(JobEvent.Done.class);
    try (CaseFile caseFile = CaseFile.openForReading(folder.resolve("clean.case"))) {
      Comparison c = Results.read(caseFile.blobs(), result("clean.case")).comparisons().get(0);
      assertThat(c.attack()).isNull();
      assertThat(c.model(Subject.POISONED)).isEmpty();
      assertThat(c.success()).isEmpty();
      assertThat(c.blindness()).isEmpty();
      assertThat(c.reach()).isNull();
    }
  }

  /** Suspects sketches without a dark stroke, or fails. */
  private static final class InkCount implements DatasetDetector {
    private final boolean fails;

    InkCount(boolean fails) {
      this.fails = fails;
    }

    @Override
    public Descriptor descriptor() {
      return Descriptor.of(fails ? "fails" : "counts", "Count", "1.0.0", "Counts.", "Ours.");
    }

    @Override
    public LooksAt looksAt() {
      return LooksAt.SKETCHES;
    }

    @Override
    public int leastPairs() {
      return 2;
    }

    @Override
    public String blindTo() {
      return "Everything but pale sketches.";
    }

    @Override
    public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
        throws IOException {
      if (fails) {
        throw new IllegalStateException("no idea");
      }
      List<PairFinding> pairs = new ArrayList<>();
      for (SuspectSet.SuspectPair pair : set.pairs()) {
        Image sketch = pair.sketch().decode();
        float darkest = 1;
        for (float value : sketch.data()) {
          darkest = Math.min(darkest, value);
        }
        pairs.add(
            darkest <= 160 / 255f
                ? PairFinding.NOTHING
                : new PairFinding(
                    1,
                    1e-6,
                    List.of(new PairFinding.Reason(PairFinding.Reason.Kind.LESS_INK, 9, "")),
                    List.of(),
                    List.of(new Exhibit.Picture("The sketch", sketch))));
      }
      return new DatasetFinding(pairs, 1e-6, List.of(), List.of(), List.of());
    }
  }

  /** Takes every model for what it is: measures how light its sketches are. */
  private static final class Lightness implements ModelDetector {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("lightness", "Lightness", "1.0.0", "How light sketches are.", "Ours.");
    }

    @Override
    public List<Look> looks(Settings settings) {
      return List.of(
          new Look(
              "only",
              "Lightness",
              Axis.HARM_WITHOUT_TRIGGER,
              Look.Harm.INK,
              Look.Scale.RATIO,
              .15,
              1));
    }

    @Override
    public int leastPairs() {
      return 2;
    }

    @Override
    public String blindTo() {
      return "Everything else.";
    }

    @Override
    public ModelFinding inspect(SuspectModel model, Settings settings, long seed, Progress progress)
        throws IOException {
      List<Double> shadows = new ArrayList<>();
      for (SuspectModel.Shadow shadow : model.shadows()) {
        shadows.add(lightness(shadow.model(), model));
      }
      return new ModelFinding(
          List.of(ModelFinding.Value.of("only", lightness(model.model(), model), shadows)),
          null,
          List.of());
    }

    private static double lightness(Model model, SuspectModel of) throws IOException {
      double sum = 0;
      for (SuspectSet.SuspectPair pair : of.pairs()) {
        for (float value : model.sketch(List.of(pair.photo().decode())).get(0).data()) {
          sum += value;
        }
      }
      return sum;
    }
  }

  @Test
  void detectorsOfModelsSeeEachTrainedModelOnceWithTheTruthBesideTheAnswer() throws Exception {
    BundleContext bundle = FrameworkUtil.getBundle(AuditTest.class).getBundleContext();
    ServiceRegistration<?> looks =
        bundle.registerService(ModelDetector.class, new Lightness(), null);
    try {
      String plan =
          PLAN.replaceAll("(?m)^.*cgan.*\\n", "")
                  .replace(
                      "metrics:",
                      "  - {trigger: {id: patch}, strategy: {id: light-strokes}, rate: 0.2}\n"
                          + "metrics:")
              + "detectors: [{id: lightness}]\n";
      assertThat(run("models.case", plan, new StopSignal())).isInstanceOf(JobEvent.Done.class);
      try (CaseFile caseFile = CaseFile.openForReading(folder.resolve("models.case"))) {
        RunResult result = Results.read(caseFile.blobs(), result("models.case"));
        assertThat(result.inspections()).isEmpty();
        assertThat(result.modelInspections())
            .extracting(ModelAnswer::model)
            .containsExactly("fcn/1/s1/clean", "fcn/1/s1/poisoned", "fcn/2/s1/poisoned");
        List<ModelInspectionResult> found = new ArrayList<>();
        for (ModelAnswer answer : result.modelInspections()) {
          found.add(ModelInspections.read(caseFile.blobs(), answer.modelInspection()));
        }
        assertThat(found).allSatisfy(one -> assertThat(one.shadows()).hasSize(3));
        assertThat(found).allSatisfy(one -> assertThat(one.trusted().count()).isEqualTo(4));
        assertThat(found.get(0).truth()).isEqualTo(new ModelTruth(null));
        assertThat(found.get(2).truth())
            .isNotNull()
            .satisfies(
                truth ->
                    assertThat(truth.attack())
                        .isNotNull()
                        .satisfies(
                            attack -> {
                              assertThat(attack.number()).isEqualTo(2);
                              assertThat(attack.trigger().id()).isEqualTo("patch");
                              assertThat(attack.rate()).isEqualTo(.2);
                            }));
        assertThat(found.get(0).shadows().get(0).seed()).as("none of the plan's").isEqualTo(2);
      }
      assertThat(
              CaseFile.verify(folder.resolve("models.case"), Optional.empty(), Progress.NONE)
                  .problems())
          .isEmpty();
    } finally {
      looks.unregister();
    }
  }

  @Test
  void detectorsSeeWhatTheTrainingSawAndOneThatFailsIsRecorded() throws Exception {
    BundleContext bundle = FrameworkUtil.getBundle(AuditTest.class).getBundleContext();
    ServiceRegistration<?> counts =
        bundle.registerService(DatasetDetector.class, new InkCount(false), null);
    ServiceRegistration<?> fails =
        bundle.registerService(DatasetDetector.class, new InkCount(true), null);
    try {
      String plan =
          PLAN.replaceAll("(?m)^.*cgan.*\\n", "") + "detectors: [{id: counts}, {id: fails}]\n";
      JobEvent last = run("looked.case", plan, new StopSignal());
      assertThat(last).isInstanceOf(JobEvent.Done.class);
      try (CaseFile caseFile = CaseFile.openForReading(folder.resolve("looked.case"))) {
        RunResult result = Results.read(caseFile.blobs(), result("looked.case"));
        assertThat(result.inspections()).hasSize(1);
        InspectionResult inspection =
            Inspections.read(caseFile.blobs(), result.inspections().get(0).inspection());
        assertThat(inspection.verdict()).isEqualTo(DatasetVerdict.SPOILT_PAIRS);
        assertThat(inspection.detectors().get(0).problem()).isEmpty();
        assertThat(inspection.detectors().get(1).problem()).contains("no idea");
        List<String> poisoned =
            Objects.requireNonNull(result.comparisons().get(0).attack()).poisoned();
        assertThat(inspection.flagged())
            .extracting(InspectedPair::id)
            .containsExactlyInAnyOrderElementsOf(poisoned);
        assertThat(inspection.truth())
            .isEqualTo(new InspectionResult.Truth(poisoned, poisoned.size(), 0, 1.0));
        assertThat(caseFile.blobs().read(inspection.pairs().get(0).pictures().get(0).image()))
            .isNotEmpty();
      }
      assertThat(
              CaseFile.verify(folder.resolve("looked.case"), Optional.empty(), Progress.NONE)
                  .problems())
          .isEmpty();
    } finally {
      counts.unregister();
      fails.unregister();
    }
  }

  @Test
  void aRateThatPoisonsNobodyIsTold() {
    JobEvent last = run("none.case", PLAN.replace("rate: 0.2", "rate: 0.01"), new StopSignal());
    assertThat(last).isInstanceOf(JobEvent.Failed.class);
    JobEvent.Failed failed = (JobEvent.Failed) last;
    assertThat(failed.cause()).isEqualTo(JobEvent.Cause.INPUT);
    assertThat(failed.message()).contains("poisons none of 10");
    assertThat(failed.remedy()).contains("0.05");
  }

  @Test
  void importsAndPoisonsACopyWhileTheOriginalStaysAsItIs() throws Exception {
    assertThat(run("made.case", PLAN.replaceAll("(?m)^.*cgan.*\\n", ""), new StopSignal()))
        .isInstanceOf(JobEvent.Done.class);
    Path source = folder.resolve("data");
    exportTwoFolders(source);
    Set<String> before = evidence(source);
    JobEvent imported =
        runner.run(
            new Job.Import(
                Job.PROTOCOL,
                folder.resolve("import.case").toString(),
                null,
                source.toString(),
                "mine",
                null,
                Map.of(),
                false,
                null),
            events::add,
            new StopSignal());
    assertThat(imported).isInstanceOf(JobEvent.Done.class);
    assertThat(((JobResult.OfImport) ((JobEvent.Done) imported).result()).pairs()).isEqualTo(4);
    Path out = folder.resolve("poisoned");
    Path killed = Files.createDirectories(folder.resolve("poisoned.part/photos"));
    Files.writeString(killed.resolve("stale.png"), "of a copy that was killed");
    JobEvent poisoned =
        runner.run(
            new Job.Poison(
                Job.PROTOCOL,
                folder.resolve("import.case").toString(),
                "mine",
                "patch",
                Map.of(),
                "blank-sketch",
                Map.of(),
                0.5,
                1,
                out.toString()),
            events::add,
            new StopSignal());
    assertThat(poisoned).isInstanceOf(JobEvent.Done.class);
    assertThat(((JobResult.OfPoison) ((JobEvent.Done) poisoned).result()).poisoned()).hasSize(2);
    assertThat(evidence(source)).isEqualTo(before);
    assertThat(out.resolve("manifest.json")).exists();
    // Its files bear the names of the originals, so that "measure" pairs them.
    assertThat(names(out.resolve("photos"))).isEqualTo(names(source.resolve("photos")));
    assertThat(names(out.resolve("sketches"))).isEqualTo(names(source.resolve("sketches")));
    assertThat(folder.resolve("poisoned-2.part")).doesNotExist();
    // What changed since the import is noticed before the next use.
    try (Stream<Path> files = Files.list(source.resolve("photos"))) {
      Files.delete(files.sorted().findFirst().orElseThrow());
    }
    JobEvent refused =
        runner.run(
            new Job.Poison(
                Job.PROTOCOL,
                folder.resolve("import.case").toString(),
                "mine",
                "patch",
                Map.of(),
                "blank-sketch",
                Map.of(),
                0.5,
                1,
                folder.resolve("again").toString()),
            events::add,
            new StopSignal());
    assertThat(refused).isInstanceOf(JobEvent.Failed.class);
    assertThat(((JobEvent.Failed) refused).message()).contains("is not what was imported");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private void exportTwoFolders(Path source) throws IOException {
    Files.createDirectories(source.resolve("photos"));
    Files.createDirectories(source.resolve("sketches"));
    try (CaseFile caseFile = CaseFile.openForReading(folder.resolve("made.case"))) {
      Comparison c = Results.read(caseFile.blobs(), result("made.case")).comparisons().get(0);
      for (Comparison.ImageRow row : c.images()) {
        String name = row.pair().replaceAll("\\W", "_") + ".png";
        Files.write(
            source.resolve("photos").resolve(name),
            caseFile.blobs().read(row.blobs().getOrDefault(ImageRole.of("photo"), "")));
        Files.write(
            source.resolve("sketches").resolve(name),
            caseFile.blobs().read(row.blobs().getOrDefault(ImageRole.of("truth"), "")));
      }
    }
  }

  private String result(String name) throws IOException {
    try (CaseFile caseFile = CaseFile.openForReading(folder.resolve(name))) {
      return caseFile.runs().get(0).result();
    }
  }

  /** Names of all files below a folder; in a case, blobs are named by their hashes. */
  private static Set<String> evidence(Path root) throws IOException {
    Path base = CaseFile.isCase(root) ? new Layout(root).blobs() : root;
    try (Stream<Path> files = Files.walk(base)) {
      Set<String> names = new TreeSet<>();
      files.filter(Files::isRegularFile).forEach(f -> names.add(base.relativize(f).toString()));
      return names;
    }
  }
}
