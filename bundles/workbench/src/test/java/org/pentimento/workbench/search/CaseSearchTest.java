package org.pentimento.workbench.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.data.Split;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.Named;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.event.Tagged;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.verdict.RunClaim.Severity;
import org.pentimento.workbench.cases.CaseFinding;
import org.pentimento.workbench.cases.CaseNotes;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.search.Hit.Kind;
import org.pentimento.workbench.search.Place.InLog;
import org.pentimento.workbench.search.Place.InViewer;
import org.pentimento.workbench.selection.PairRef;
import org.pentimento.workbench.table.SearchWords;

class CaseSearchTest {
  private static final Path FOLDER = Path.of("/c/harbour.case");

  private static final DatasetRecord FACES =
      new DatasetRecord(
          "faces",
          "folders",
          Map.of(),
          DatasetRecord.Mode.COPIED,
          "",
          "a".repeat(64),
          "b".repeat(64),
          2,
          1,
          1,
          List.of(new SkippedFile("readme.txt", "No picture.")));

  private static final RunRecord RUN =
      new RunRecord(
          "run-1",
          RunKind.AUDIT,
          "first look",
          "c".repeat(64),
          RunRecord.State.FINISHED,
          Instant.EPOCH,
          Instant.EPOCH,
          "",
          "");

  private static final CaseTexts TEXTS =
      new CaseTexts() {
        @Override
        public String plan(String sha256) {
          return "name: first look\ngenerators: [fcn]\ntrigger: sunglasses\n";
        }

        @Override
        public String draft(PlanInput draft) {
          return "";
        }

        @Override
        public List<String> files(DatasetRecord dataset) {
          return List.of("photos/anna.png", "photos/bert.png");
        }

        @Override
        public List<ListedPair> pairs(DatasetRecord dataset) {
          return List.of(
              new ListedPair(
                  "anna", "anna", Split.TRAIN, Map.of(), "photos/anna.png", "s/anna.png", true));
        }
      };

  private static OpenCase.Read read() {
    List<CaseEvent> events =
        List.of(
            new Note(new Note.Subject(Note.Kind.PAIR, "faces/anna"), "a smudge at the chin", true),
            new Tagged("faces", List.of("anna"), "bad light", true),
            new Named(new Named.Thing(Named.Kind.RUN, "run-1"), "pilot"));
    List<Entry> entries = new ArrayList<>();
    for (CaseEvent event : events) {
      entries.add(Entry.following(entries.size() + 1, "", Instant.EPOCH, "ada", event));
    }
    return new OpenCase.Read(
        FOLDER,
        new CaseInfo("Ada", "Lab", "2026-7", "", "UTC", ""),
        List.of(FACES),
        List.of(RUN),
        List.of(),
        entries,
        List.of(),
        List.of(),
        List.of(
            new CaseFinding(
                FindingKind.EVIDENCE, Severity.SERIOUS, "run-1", "", "FCN", "It draws a scar.")),
        CaseNotes.of(entries),
        true);
  }

  private static List<Hit> found(String typed) throws Exception {
    List<Hit> hits = new ArrayList<>();
    new CaseSearch(read(), List.of(), TEXTS, SearchWords.of(typed), hits::add, () -> false).run();
    return hits;
  }

  private static List<Kind> kinds(String typed) throws Exception {
    return found(typed).stream().map(Hit::kind).distinct().toList();
  }

  @Test
  void everythingInACaseIsFound() throws Exception {
    assertThat(kinds("harbour")).containsExactly(Kind.CASE);
    assertThat(kinds("scar draws")).containsExactly(Kind.FINDING);
    assertThat(kinds("smudge")).containsExactly(Kind.NOTE, Kind.LOG_ENTRY);
    assertThat(kinds("bookmark anna")).contains(Kind.BOOKMARK);
    assertThat(kinds("BAD light")).containsExactly(Kind.TAG, Kind.LOG_ENTRY);
    assertThat(kinds("sunglasses")).containsExactly(Kind.PLAN);
    assertThat(kinds("bert")).containsExactly(Kind.FILE);
    assertThat(kinds("no picture")).containsExactly(Kind.FILE);
    assertThat(kinds("folders")).containsExactly(Kind.DATA_SET);
    assertThat(kinds("nothing of this")).isEmpty();
  }

  @Test
  void aRunIsFoundByTheNameThatItWasGivenAndByTheRecordedOne() throws Exception {
    assertThat(found("pilot"))
        .filteredOn(hit -> hit.kind() == Kind.RUN)
        .extracting(Hit::name)
        .containsExactly("pilot, recorded as first look");
    assertThat(kinds("first look")).contains(Kind.RUN);
  }

  @Test
  void whatWasFoundLeadsToItsPlace() throws Exception {
    PairRef anna = new PairRef(FOLDER, "faces", "anna");
    assertThat(found("smudge")).extracting(Hit::place).contains(new InViewer(anna), new InLog(1));
    assertThat(found("anna.png"))
        .filteredOn(hit -> hit.kind() == Kind.FILE)
        .extracting(Hit::place)
        .containsExactly(new InViewer(anna));
  }
}
