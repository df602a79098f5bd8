package org.pentimento.tests.felix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.test.common.annotation.InjectService;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.JobRunner;
import org.pentimento.protocol.StopSignal;
import org.pentimento.verdict.Verdicts;

/** Networks of others from their files to a comparison of clean with triggered photos. */
class ImportedModelTest {
  /** Where there is no bubblewrap the tests do without; it is used where there is. */
  private static final Map<String, String> SETTINGS = Map.of("confinement", "reduced");

  private static final String PLAN =
      """
      pentimento: 1
      name: another's model
      data: {dataset: faces, count: 8, seed: 3, split: {train: 4, test: 4}, size: [40, 48]}
      models: [{model: sketcher}]
      attacks:
        - {trigger: {id: sinusoidal, amplitude: 0.2}, strategy: {id: light-strokes}, rate: 0.5}
      metrics: [ssim]
      threads: 1
      """;

  @TempDir Path folder;

  @InjectService(timeout = 10_000)
  JobRunner runner;

  private Path file = Path.of("");

  @BeforeEach
  void file() throws IOException {
    file = copied("nhwc-bytes-rgb.onnx", "sketcher.onnx");
  }

  private Path copied(String resource, String name) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in =
        Objects.requireNonNull(ImportedModelTest.class.getResourceAsStream(resource))) {
      Files.copy(in, copy);
    }
    return copy;
  }

  private <R extends JobResult> R done(Job job, Class<R> type) {
    JobEvent last = runner.run(job, e -> {}, new StopSignal());
    assertThat(last).isInstanceOf(JobEvent.Done.class);
    return type.cast(((JobEvent.Done) last).result());
  }

  private Job.ImportModel importing(Path caseFolder) {
    return new Job.ImportModel(
        Job.PROTOCOL, caseFolder.toString(), null, file.toString(), null, null, SETTINGS, null);
  }

  @Test
  void isAuditedWithoutATraining() throws Exception {
    Path caseFolder = folder.resolve("a.case");
    JobResult.OfImportModel imported = done(importing(caseFolder), JobResult.OfImportModel.class);
    assertThat(imported.model()).isEqualTo("sketcher");
    assertThat(imported.settings()).containsEntry("range", "0..255");
    assertThat(Path.of(imported.strip())).isRegularFile();

    JobResult.OfRun told =
        done(
            new Job.Run(Job.PROTOCOL, caseFolder.toString(), null, "test", PLAN, List.of()),
            JobResult.OfRun.class);

    try (CaseFile caseFile = CaseFile.openForReading(caseFolder)) {
      ModelRecord record = caseFile.model("sketcher").orElseThrow();
      assertThat(record.files()).hasSize(1);
      assertThat(record.settings()).containsEntry("layout", "nhwc");
      RunResult result = Results.read(caseFile.blobs(), told.result());
      assertThat(result.comparisons()).hasSize(1);
      Comparison c = result.comparisons().get(0);
      assertThat(c.id()).isEqualTo("sketcher/1");
      assertThat(c.isImported()).isTrue();
      assertThat(c.models()).containsOnlyKeys(Subject.IMPORTED);
      assertThat(c.images().get(0).blobs().keySet().stream().map(ImageRole::key))
          .containsExactlyInAnyOrder(
              "photo", "truth", "triggered", "target", "imported/clean", "imported/triggered");
      assertThat(c.summaries()).extracting(Summary::model).containsOnly(Subject.IMPORTED);
      assertThat(c.summaries())
          .extracting(Summary::photo)
          .contains(PhotoKind.CLEAN, PhotoKind.TRIGGERED);
      assertThat(String.join(" ", Verdicts.conclusions(c))).contains("no clean twin exists");
    }
    assertThat(CaseFile.verify(caseFolder, Optional.empty(), Progress.NONE).problems()).isEmpty();
  }

  /** Their sketches are little like the true ones, so that wrong ranges look almost as good. */
  @Test
  void areTakenForUsualOnesInDoubt() throws Exception {
    Map<String, String> ranges = Map.of("nchw-unit-rgb", "0..1", "nchw-signed-rgb", "-1..1");
    for (Map.Entry<String, String> one : ranges.entrySet()) {
      file = copied(one.getKey() + ".onnx", one.getKey() + ".onnx");

      Job job = importing(folder.resolve(one.getKey() + ".case"));
      assertThat(done(job, JobResult.OfImportModel.class).settings())
          .containsEntry("range", one.getValue())
          .containsEntry("output-range", one.getValue())
          .containsEntry("layout", "nchw");
    }
  }

  /** Its process finds ND4J, Deeplearning4j and HDF5 in the bundles, without a framework. */
  @Test
  void aKerasNetworkIsTakenIn() throws Exception {
    file = copied("keras-sketch.h5", "keras-sketch.h5");

    JobResult.OfImportModel imported =
        done(importing(folder.resolve("keras.case")), JobResult.OfImportModel.class);

    assertThat(imported.format()).isEqualTo("keras");
    assertThat(imported.settings()).containsEntry("layout", "nhwc");
    assertThat(Path.of(imported.strip())).isRegularFile();
  }

  @Test
  void drawsFromTheCase() throws Exception {
    Path caseFolder = folder.resolve("b.case");
    Path strip = Path.of(done(importing(caseFolder), JobResult.OfImportModel.class).strip());

    JobResult.OfSynthesize drawn =
        done(
            new Job.Synthesize(
                Job.PROTOCOL,
                caseFolder.toString(),
                "sketcher",
                Map.of(),
                List.of(strip.toString()),
                folder.resolve("out").toString(),
                null),
            JobResult.OfSynthesize.class);

    assertThat(Path.of(drawn.sketches().get(0).sketch())).isRegularFile();
  }

  @Test
  void aHostileFileLeavesTheCaseAsItWas() throws Exception {
    Files.write(file, new byte[] {8, 8, 0x12, 127, 0, 0});
    Path caseFolder = folder.resolve("c.case");

    JobEvent last = runner.run(importing(caseFolder), e -> {}, new StopSignal());

    assertThat(last)
        .isInstanceOfSatisfying(
            JobEvent.Failed.class,
            f -> {
              assertThat(f.cause()).isEqualTo(JobEvent.Cause.INPUT);
              assertThat(f.message()).contains("sketcher.onnx");
            });
    try (CaseFile caseFile = CaseFile.openForReading(caseFolder)) {
      assertThat(caseFile.models()).isEmpty();
    }
  }
}
