package org.pentimento.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.InspectionFinished;
import org.pentimento.casefile.event.RunFailed;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.report.source.CaseReportSource;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.source.ReportSource.Run;

class CaseReportSourceTest {
  private static final ReportWriter WRITER = new ReportWriter(BuiltinFigures.ALL);
  private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");

  private final MadeUpCase madeUp = new MadeUpCase();
  private String before = "";

  @BeforeEach
  void useAnotherKey(@TempDir Path config) {
    before = System.getProperty("pentimento.config", "");
    System.setProperty("pentimento.config", config.toString());
  }

  @AfterEach
  void useTheUsersKey() {
    if (before.isEmpty()) {
      System.clearProperty("pentimento.config");
    } else {
      System.setProperty("pentimento.config", before);
    }
  }

  private String store(Path folder) throws Exception {
    try (CaseFile file =
        CaseFile.create(
            folder, new CaseInfo("Ada Muster", "Lab", "2026/17", "3", "Europe/Berlin", "note"))) {
      Set<String> shas = new LinkedHashSet<>();
      shas.add(madeUp.result().plan());
      for (Comparison c : madeUp.result().comparisons()) {
        shas.add(c.measurements());
        c.images().forEach(row -> shas.addAll(row.blobs().values()));
      }
      for (String sha : shas) {
        try (InputStream in = madeUp.open(sha)) {
          assertThat(file.blobs().put(in.readAllBytes())).isEqualTo(sha);
        }
      }
      String plan = madeUp.result().plan();
      file.record(new RunStarted("r1", "first look", plan));
      String result = file.blobs().putJson(madeUp.result());
      file.record(new RunFinished("r1", result));
      file.record(new RunStarted("r2", "second look", plan));
      file.record(new RunFailed("r2", "The disk is full."));
      return result;
    }
  }

  @Test
  void aCaseOnDiskBecomesAReport(@TempDir Path scratch) throws Exception {
    Path folder = scratch.resolve("made-up.case");
    String result = store(folder);
    try (CaseFile file = CaseFile.openForReading(folder)) {
      ReportSource source = CaseReportSource.of(file, TIME, "Pentimento 0.1.0", List.of());
      assertThat(source.summary().time()).isEqualTo(TIME);
      assertThat(source.runs()).extracting(Run::state).containsExactly("finished", "failed");
      assertThat(CanonicalJson.bytes(source.runs().get(0).result()))
          .isEqualTo(CanonicalJson.bytes(madeUp.result()));
      assertThat(source.custody().headHash()).isEqualTo(file.receipt().hash());
      assertThat(source.custody().signature()).isEqualTo(file.receipt().signature());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      WRITER.write(source, ReportFormat.HTML, out, Progress.NONE);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("Ada Muster", "2026/17", result, source.custody().headHash())
          .contains("The attack works in this generator", "The disk is full.")
          .doesNotContain("not in this copy of the case");
    }
  }

  @Test
  void aResultThatIsGoneIsNamedAndTheRestReported(@TempDir Path scratch) throws Exception {
    Path folder = scratch.resolve("made-up.case");
    String result = store(folder);
    try (CaseFile file = CaseFile.openForReading(folder)) {
      Files.delete(file.blobs().path(result));
      ReportSource source = CaseReportSource.of(file, TIME, "Pentimento 0.1.0", List.of());
      assertThat(source.runs().get(0).result()).isNull();
      assertThat(source.runs().get(0).message()).contains("cannot be read").contains(result);
    }
  }

  @Test
  void aCaseWithAnInspectionAloneBecomesAReport(@TempDir Path scratch) throws Exception {
    MadeUpDetection detection = new MadeUpDetection(false);
    Path folder = scratch.resolve("inspected.case");
    try (CaseFile file =
        CaseFile.create(folder, new CaseInfo("Ada Muster", "", "", "", "Europe/Berlin", ""))) {
      for (byte[] picture : detection.pictures()) {
        file.blobs().put(picture);
      }
      String request = file.blobs().put(new byte[] {'{', '}'});
      file.record(new RunStarted("inspection-1", "look", request, RunKind.INSPECTION));
      String result = file.blobs().putJson(detection.poisoned());
      file.record(new InspectionFinished("inspection-1", result));
      file.record(new RunStarted("inspection-2", "again", request, RunKind.INSPECTION));
      file.record(new RunFailed("inspection-2", "The disk is full."));
    }
    try (CaseFile file = CaseFile.openForReading(folder)) {
      ReportSource source =
          CaseReportSource.of(file, TIME, "Pentimento 0.1.0", List.of("The trigger 'x' is gone."));
      assertThat(source.runs()).isEmpty();
      assertThat(source.inspections()).extracting(Run::state).containsExactly("finished", "failed");
      assertThat(source.inspections().get(0).result()).isEqualTo(detection.poisoned());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      WRITER.write(source, ReportFormat.HTML, out, Progress.NONE);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains(
              "<p class=\"kind\">Inspection report</p>", "14 of 200 pairs are called poisoned")
          .contains("The disk is full.", "id=\"not-installed\"")
          .doesNotContain("not in this copy of the case", "No run of this case");
    }
  }
}
