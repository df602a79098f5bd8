package org.pentimento.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.ExaminerWords;
import org.pentimento.casefile.event.InspectionFinished;
import org.pentimento.casefile.event.Named;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunFailed;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.report.source.CaseReportSource;
import org.pentimento.report.source.Edition;
import org.pentimento.report.source.Installation;
import org.pentimento.report.source.ReportOrder;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.source.ReportSource.Run;

class CaseReportSourceTest {
  private static final ReportWriter WRITER = new ReportWriter(BuiltinFigures.ALL);

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
      ReportSource source =
          CaseReportSource.of(file, ReportOrder.ofAll(file), Installation.of("Pentimento 0.1.0"));
      assertThat(source.summary().time())
          .isEqualTo(file.entries().get(file.entries().size() - 1).time());
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
  void aNameThatARunWasGivenStandsWithTheRecordedOne(@TempDir Path scratch) throws Exception {
    Path folder = scratch.resolve("named.case");
    store(folder);
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      file.record(new Named(new Named.Thing(Named.Kind.RUN, "r1"), "Pilot"));
      ReportSource source =
          CaseReportSource.of(file, ReportOrder.ofAll(file), Installation.of("Pentimento 0.1.0"));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      WRITER.write(source, ReportFormat.HTML, out, Progress.NONE);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .contains("r1, “Pilot (recorded as “first look”)”")
          .contains("Shown as “Pilot”; what was recorded keeps its name.");
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      WRITER.write(source, ReportFormat.JSON, json, Progress.NONE);
      assertThat(json.toString(StandardCharsets.UTF_8))
          .as("for machines the recorded name alone")
          .contains("\"name\":\"first look\"");
    }
  }

  @Test
  void whatWasSignedOffIsWrittenAgainWithItsRunsAndWords(@TempDir Path scratch) throws Exception {
    Path folder = scratch.resolve("made-up.case");
    store(folder);
    ExaminerWords words = new ExaminerWords("q", "c", "", "");
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      assertThatThrownBy(() -> ReportOrder.signedOff(file, "P 1"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("No report of this case is signed off");
      ReportWritten.Content content =
          new ReportWritten.Content("P 1", List.of("r2", "r1"), List.of(), words, 0, 0);
      Entry draft = file.record(new ReportWritten(Map.of(), content));
      file.record(new SignOff(draft.number(), "0".repeat(64), "Jo", true, "")); // of other files
      assertThatThrownBy(() -> ReportOrder.signedOff(file, "P 1"))
          .isInstanceOf(BadInputException.class);
      Entry review = file.record(new SignOff(draft.number(), draft.hash(), "Jo", true, ""));
      ReportOrder order = ReportOrder.signedOff(file, "P 1");
      assertThat(order.words()).isEqualTo(words);
      assertThat(order.approval())
          .extracting(Edition.Approval::entry, Edition.Approval::ownLogin)
          .containsExactly(review.number(), true);
      ReportSource source = CaseReportSource.of(file, order, Installation.of("P 1"));
      assertThat(source.runs()).extracting(Run::id).containsExactly("r2", "r1");
      assertThat(source.edition().isDraft()).isFalse();
      assertThat(source.edition().replaces()).isNull(); // its own draft is no other report
      assertThat(
              CaseReportSource.of(file, ReportOrder.ofAll(file), Installation.of("P 1"))
                  .edition()
                  .replaces())
          .isEqualTo(new Edition.Earlier(draft.number(), draft.time(), draft.hash(), null));
      assertThatThrownBy(() -> ReportOrder.signedOff(file, "P 2"))
          .hasMessageContaining("would not be the same now");
      file.record(new RunFinished("r2", source.runs().get(1).resultSha256()));
      assertThatThrownBy(() -> ReportOrder.signedOff(file, "P 1"))
          .hasMessageContaining("run r2 went on");
      Entry back = file.record(new SignOff(draft.number(), draft.hash(), "Jo", false, "no"));
      assertThat(
              CaseReportSource.of(file, ReportOrder.ofAll(file), Installation.of("P 1"))
                  .edition()
                  .replaces())
          .extracting(Edition.Earlier::returned)
          .isEqualTo(new Edition.Returned(back.number(), "Jo", "no"));
      assertThatThrownBy(() -> ReportOrder.signedOff(file, "P 1"))
          .hasMessageContaining("No report of this case is signed off: the one of entry ")
          .hasMessageContaining("returned by Jo after that");
    }
  }

  @Test
  void notesThatWereNotChosenStayOut(@TempDir Path scratch) throws Exception {
    Path folder = scratch.resolve("made-up.case");
    store(folder);
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      Note.Subject run = new Note.Subject(Note.Kind.RUN, "r1");
      Entry first = file.record(new Note(run, "", true));
      Entry second = file.record(new Note(run, "seen twice", true));
      ReportOrder all = ReportOrder.ofAll(file);
      assertThat(CaseReportSource.of(file, all, Installation.of("P")).remarks())
          .extracting(ReportSource.Remark::text)
          .containsExactly("Bookmarked.", "seen twice");
      assertThat(all.notes()).containsExactlyInAnyOrder(first.number(), second.number());
      ReportOrder one = all.withNotes(Set.of(second.number()));
      assertThat(CaseReportSource.of(file, one, Installation.of("P")).remarks())
          .extracting(ReportSource.Remark::text)
          .containsExactly("seen twice");
    }
  }

  @Test
  void aResultThatIsGoneIsNamedAndTheRestReported(@TempDir Path scratch) throws Exception {
    Path folder = scratch.resolve("made-up.case");
    String result = store(folder);
    try (CaseFile file = CaseFile.openForReading(folder)) {
      Files.delete(file.blobs().path(result));
      ReportSource source =
          CaseReportSource.of(file, ReportOrder.ofAll(file), Installation.of("Pentimento 0.1.0"));
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
          CaseReportSource.of(
              file,
              ReportOrder.ofAll(file),
              new Installation("Pentimento 0.1.0", List.of("The trigger 'x' is gone."), List.of()));
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
