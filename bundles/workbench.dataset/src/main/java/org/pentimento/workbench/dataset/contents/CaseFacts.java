package org.pentimento.workbench.dataset.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.verdict.Verdicts;
import org.pentimento.workbench.cases.CaseNotes;
import org.pentimento.workbench.selection.NoteTarget;
import org.pentimento.workbench.selection.PairRef;

/**
 * What the runs and notes of a case say about the pairs of a data set.
 *
 * @param marks by the id of a pair: its marks, each with the reason in words
 * @param series what runs measured of the pairs, the latest run first
 */
public record CaseFacts(Map<String, Map<Mark, String>> marks, List<Series> series) {
  /** Nothing is known. */
  public static final CaseFacts NONE = new CaseFacts(Map.of(), List.of());

  /**
   * Reads the runs and notes of a case.
   *
   * @param dataset name of the data set in the case
   * @param digest of the data set; runs on other data of the same name are ignored
   */
  public static CaseFacts read(Path caseFolder, String dataset, String digest) throws IOException {
    Map<String, Map<Mark, String>> marks = new HashMap<>();
    List<Series> series = new ArrayList<>();
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      List<RunRecord> runs = file.runs(RunKind.AUDIT);
      for (int i = runs.size() - 1; i >= 0; i--) {
        RunRecord run = runs.get(i);
        if (!run.result().isEmpty()) {
          RunResult result = Results.read(file.blobs(), run.result());
          if (result.data().dataset().equals(dataset) && result.data().digest().equals(digest)) {
            ofRun(run, result, marks, series);
          }
        }
      }
      for (RunRecord inspection : file.runs(RunKind.INSPECTION)) {
        if (!inspection.result().isEmpty()) {
          suspects(
              inspection,
              Inspections.read(file.blobs(), inspection.result()),
              dataset,
              digest,
              marks);
        }
      }
      CaseNotes notes = CaseNotes.of(file.entries(), CaseFile.waitingNotes(caseFolder));
      bookmarks(notes, caseFolder, dataset, marks);
      notes
          .tags()
          .of(dataset)
          .forEach((tag, pairs) -> pairs.forEach(pair -> tag(marks, pair, tag)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new CaseFacts(marks, series);
  }

  /** Marks the pairs that a person bookmarked; the reason is what was noted about them. */
  private static void bookmarks(
      CaseNotes notes, Path caseFolder, String dataset, Map<String, Map<Mark, String>> marks) {
    String start = NoteTarget.pair(new PairRef(caseFolder, dataset, "")).what().id();
    for (Note.Subject subject : notes.bookmarks()) {
      if (subject.kind() == Note.Kind.PAIR && subject.id().startsWith(start)) {
        String why =
            notes.about(subject).stream()
                .map(n -> n.note().text())
                .collect(Collectors.joining("\n"));
        mark(
            marks,
            subject.id().substring(start.length()),
            Mark.BOOKMARKED,
            why.isEmpty() ? "without a note" : why);
      }
    }
  }

  /** Marks the pairs that an inspection of this data set flagged. */
  private static void suspects(
      RunRecord run,
      InspectionResult result,
      String dataset,
      String digest,
      Map<String, Map<Mark, String>> marks) {
    if (result.data().dataset().equals(dataset) && result.data().digest().equals(digest)) {
      for (InspectedPair pair : result.flagged()) {
        mark(marks, pair.id(), Mark.SUSPECT, "Flagged by '" + run.name() + "'");
      }
    }
  }

  private static void ofRun(
      RunRecord run, RunResult result, Map<String, Map<Mark, String>> marks, List<Series> series) {
    result
        .data()
        .skipped()
        .forEach(
            (pair, why) ->
                mark(marks, pair, Mark.SKIPPED, "Left out by '" + run.name() + "': " + why));
    Map<String, String> names = new HashMap<>();
    for (ExtensionUse metric : result.metrics()) {
      names.put(metric.id(), metric.name());
    }
    for (Comparison c : result.comparisons()) {
      Comparison.Attack attack = c.attack();
      if (attack != null) {
        String why =
            "Poisoned by '%s' with %s, %s"
                .formatted(run.name(), attack.trigger().name(), attack.strategy().name());
        attack.poisoned().forEach(pair -> mark(marks, pair, Mark.POISONED, why));
      }
      String source = run.name() + ", " + Verdicts.audited(c);
      for (Summary s : c.summaries()) {
        series.add(
            new Series(
                c.measurements(),
                s.metric(),
                names.getOrDefault(s.metric(), s.name()),
                s.condition(),
                source));
      }
    }
  }

  private static void tag(Map<String, Map<Mark, String>> marks, String pair, String tag) {
    marks
        .computeIfAbsent(pair, p -> new EnumMap<>(Mark.class))
        .merge(Mark.TAGGED, tag, (before, more) -> before + Mark.BETWEEN_TAGS + more);
  }

  private static void mark(
      Map<String, Map<Mark, String>> marks, String pair, Mark mark, String why) {
    marks
        .computeIfAbsent(pair, p -> new EnumMap<>(Mark.class))
        .merge(mark, why, (before, more) -> before.contains(more) ? before : before + "\n" + more);
  }
}
