package org.pentimento.report.source;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.ExaminerWords;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunEvent;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;
import org.pentimento.report.source.Edition.Approval;

/**
 * What a report is to hold.
 *
 * @param runs ids, in the order in which they are to stand
 * @param notes numbers of the entries of the notes that go in
 * @param words of the examiner
 * @param approval of the draft of which it is the signed-off version; null for a draft
 * @param written the time that it bears; null for that of the last entry of the case
 */
public record ReportOrder(
    List<String> runs,
    Set<Long> notes,
    ExaminerWords words,
    @Nullable Approval approval,
    @Nullable Instant written) {
  /** Keeps copies. */
  public ReportOrder {
    runs = List.copyOf(runs);
    notes = Set.copyOf(notes);
  }

  /** A draft of all runs with all notes. */
  public static ReportOrder ofAll(CaseFile file) throws IOException {
    return new ReportOrder(
        file.runs().stream().map(RunRecord::id).toList(),
        notes(file.entries()),
        ExaminerWords.NONE,
        null,
        null);
  }

  /** A copy about other runs. */
  public ReportOrder ofRuns(List<String> ids) {
    return new ReportOrder(ids, notes, words, approval, written);
  }

  /** A copy with other notes. */
  public ReportOrder withNotes(Set<Long> numbers) {
    return new ReportOrder(runs, numbers, words, approval, written);
  }

  /** A copy with the examiner's words. */
  public ReportOrder withWords(ExaminerWords other) {
    return new ReportOrder(runs, notes, other, approval, written);
  }

  /** A copy that bears a time. */
  public ReportOrder writtenAt(Instant time) {
    return new ReportOrder(runs, notes, words, approval, time);
  }

  /** Numbers of all entries that are notes or bookmarks. */
  public static Set<Long> notes(List<Entry> entries) {
    Set<Long> notes = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.as(Note.class).isPresent()) {
        notes.add(entry.number());
      }
    }
    return notes;
  }

  /**
   * The draft that was signed off last, as it was written, to be written again as what it is now.
   *
   * @param product name and version of the product, which has to be the one that wrote the draft
   * @throws BadInputException if no draft is signed off, or if it would not be the same any more
   */
  public static ReportOrder signedOff(CaseFile file, String product) throws IOException {
    Map<Long, Entry> drafts = new HashMap<>();
    Map<Long, Approval> approvals = new HashMap<>();
    long latest = 0;
    String withdrawn = "";
    for (Entry entry : file.entries()) {
      CaseEvent event = entry.as(CaseEvent.class).orElse(null);
      if (event instanceof ReportWritten report && report.draft().isPresent()) {
        drafts.put(entry.number(), entry);
      } else if (event instanceof SignOff review) {
        Entry written = drafts.get(review.report());
        if (written == null || !written.hash().equals(review.entry())) {
          continue;
        }
        if (review.approved()) {
          approvals.put(
              written.number(),
              new Approval(
                  written.number(),
                  entry.number(),
                  entry.time(),
                  review.reviewer(),
                  entry.login().equals(written.login()),
                  review.text()));
          latest = written.number();
        } else {
          Approval before = approvals.remove(written.number());
          if (before != null) {
            withdrawn =
                ": the one of entry %d was (entry %d), and was returned by %s after that (entry %d)"
                    .formatted(written.number(), before.entry(), review.reviewer(), entry.number());
          }
        }
      }
    }
    Approval approval = approvals.get(latest);
    Entry written = drafts.get(latest);
    if (approval == null || written == null) {
      throw new BadInputException(
          "No report of this case is signed off" + withdrawn + ".",
          "Write a draft and have it reviewed: in the window with Review on the report, or with"
              + " pentimento sign-off CASE --reviewer NAME.");
    }
    ReportWritten.Content draft =
        written.as(ReportWritten.class).flatMap(ReportWritten::draft).orElseThrow();
    unchanged(file, draft, product, latest);
    return new ReportOrder(
        draft.runs(), new HashSet<>(draft.notes()), draft.words(), approval, null);
  }

  /** Results never change; a run that had none then may have one now. */
  private static void unchanged(
      CaseFile file, ReportWritten.Content draft, String product, long number) throws IOException {
    List<String> changed = new ArrayList<>();
    for (Entry entry : file.entries()) {
      if (entry.number() > number
          && entry.as(RunEvent.class).filter(e -> draft.runs().contains(e.run())).isPresent()) {
        changed.add("run " + entry.as(RunEvent.class).orElseThrow().run() + " went on");
      }
    }
    if (!draft.product().equals(product)) {
      changed.add("the draft was written by " + draft.product() + ", and this is " + product);
    }
    if (!changed.isEmpty()) {
      throw new BadInputException(
          "The report that was signed off (entry "
              + number
              + ") would not be the same now: "
              + changed.get(0)
              + ".",
          "Write a new draft and have it reviewed.");
    }
  }
}
