package org.pentimento.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.event.CaseRemark;
import org.pentimento.casefile.event.Named;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.Tagged;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.verify.Verification;

/** Notes that are made while somebody else writes to the case. */
class WaitingNotesTest {
  private Path folder;
  private Path waiting;

  @BeforeEach
  void make(@TempDir Path parent) throws Exception {
    folder = parent.resolve("x.case");
    Cases.create(folder).close();
    waiting = new Layout(folder).work().resolve("notes");
  }

  private static Note note(String text) {
    return new Note(new Note.Subject(Note.Kind.CASE, ""), text, false);
  }

  private List<Note> recorded() throws Exception {
    try (CaseFile file = CaseFile.openForReading(folder)) {
      return file.entries().stream().flatMap(e -> e.as(Note.class).stream()).toList();
    }
  }

  @Test
  void areRecordedAtOnceIfNobodyWrites() throws Exception {
    assertThat(CaseFile.note(folder, List.of(note("now")))).isTrue();
    assertThat(recorded()).containsExactly(note("now"));
    assertThat(waiting).doesNotExist();
  }

  @Test
  void waitOnTheDiskAndAreTakenInByTheWriterWhenItCloses() throws Exception {
    try (CaseFile writer = CaseFile.openForWriting(folder)) {
      assertThat(CaseFile.note(folder, List.of(note("first"), note("second")))).isFalse();
      assertThat(CaseFile.waitingNotes(folder))
          .extracting(remark -> ((Note) remark).text())
          .containsExactly("first", "second");
      assertThat(recorded()).isEmpty();
    }
    assertThat(recorded()).extracting(Note::text).containsExactly("first", "second");
    assertThat(recorded()).allMatch(note -> note.waited() != null);
    assertThat(CaseFile.waitingNotes(folder)).isEmpty();
    assertThat(Cases.verify(folder)).matches(Verification::intact);
  }

  @Test
  void soDoNamesAndTags() throws Exception {
    Named.Thing thing = new Named.Thing(Named.Kind.DATASET, "faces");
    try (CaseFile writer = CaseFile.openForWriting(folder)) {
      CaseFile.note(
          folder,
          List.of(
              new Named(thing, "Handed in on Monday"),
              new Tagged("faces", List.of("a", "b"), "bad light", true)));
      CaseFile.note(folder, List.of(new Tagged("faces", List.of("a"), "bad light", false)));
      assertThat(CaseFile.waitingNotes(folder)).hasSize(3);
    }
    try (CaseFile file = CaseFile.openForReading(folder)) {
      DisplayNames names = DisplayNames.of(file.entries());
      assertThat(names.both(thing.kind(), "faces", "faces"))
          .isEqualTo("Handed in on Monday (recorded as “faces”)");
      PairTags tags = PairTags.of(file.entries());
      assertThat(tags.of("faces")).containsExactly(Map.entry("bad light", Set.of("b")));
    }
    assertThat(Cases.verify(folder)).matches(Verification::intact);
  }

  @Test
  void areTakenInByTheNextWriterAndOnlyOnce() throws Exception {
    CaseRemark taken;
    try (CaseFile writer = CaseFile.openForWriting(folder)) {
      CaseFile.note(folder, List.of(note("left behind")));
      taken = CaseFile.waitingNotes(folder).get(0);
      writer.record(taken); // as a writer does that is killed before it forgets the file
    }
    assertThat(recorded()).containsExactly((Note) taken);
    CaseFile.openForWriting(folder).close();
    assertThat(recorded()).containsExactly((Note) taken);
  }

  @Test
  void whatIsNoNoteHarmsNobody() throws Exception {
    Files.createDirectories(waiting);
    Files.writeString(waiting.resolve("1.json"), "{\"subject\":");
    Files.writeString(waiting.resolve("2.json"), "{\"bookmark\":true}");
    Files.createSymbolicLink(waiting.resolve("3.json"), Path.of("/etc/passwd"));
    CaseFile.openForWriting(folder).close();
    assertThat(recorded()).isEmpty();
    try (Stream<Path> files = Files.list(waiting)) {
      assertThat(files).hasSize(3);
    }
    assertThat(Cases.verify(folder)).matches(Verification::intact);
  }
}
