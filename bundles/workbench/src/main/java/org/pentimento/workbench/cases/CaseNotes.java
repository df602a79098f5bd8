package org.pentimento.workbench.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.casefile.DisplayNames;
import org.pentimento.casefile.PairTags;
import org.pentimento.casefile.event.CaseRemark;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.log.Entry;

/**
 * The notes, bookmarks, reviews, names and tags of a case, from its custody log.
 *
 * @param notes in the order in which they were made
 * @param bookmarks what has a bookmark now
 * @param signOffs the latest review of each report, by the number of the report's entry
 * @param ownReviews reports whose latest review comes from the login that wrote the report
 * @param names that things are shown by
 * @param tags of pairs
 */
public record CaseNotes(
    List<Noted> notes,
    Set<Note.Subject> bookmarks,
    Map<Long, SignOff> signOffs,
    Set<Long> ownReviews,
    DisplayNames names,
    PairTags tags) {
  /** A note with who made it and when. */
  public record Noted(Entry entry, Note note) {
    /** Whether it is in the log; otherwise it waits for the writer who is at work. */
    public boolean isRecorded() {
      return entry.number() > 0;
    }
  }

  /** What a log says. Notes in a form that this version does not know are left out. */
  public static CaseNotes of(List<Entry> entries) {
    return of(entries, List.of());
  }

  /** What a log says and what waits to be taken into it; that stands in entries of number 0. */
  public static CaseNotes of(List<Entry> recorded, List<CaseRemark> waiting) {
    List<Entry> entries = new ArrayList<>(recorded);
    for (CaseRemark remark : waiting) {
      CaseRemark.Waited waited = remark.waited();
      if (waited != null) {
        entries.add(
            new Entry(0, waited.written(), waited.login(), remark.action(), remark.body(), "", ""));
      }
    }
    List<Noted> notes = new ArrayList<>();
    Set<Note.Subject> bookmarks = new HashSet<>();
    Map<Long, SignOff> signOffs = new HashMap<>();
    Map<Long, String> writers = new HashMap<>();
    Set<Long> own = new HashSet<>();
    for (Entry entry : entries) {
      entry
          .as(Note.class)
          .ifPresent(
              note -> {
                notes.add(new Noted(entry, note));
                if (note.bookmark()) {
                  bookmarks.add(note.subject());
                } else {
                  bookmarks.remove(note.subject());
                }
              });
      entry.as(ReportWritten.class).ifPresent(r -> writers.put(entry.number(), entry.login()));
      entry
          .as(SignOff.class)
          .ifPresent(
              s -> {
                signOffs.put(s.report(), s);
                if (entry.login().equals(writers.get(s.report()))) {
                  own.add(s.report());
                } else {
                  own.remove(s.report());
                }
              });
    }
    return new CaseNotes(
        List.copyOf(notes),
        Set.copyOf(bookmarks),
        Map.copyOf(signOffs),
        Set.copyOf(own),
        DisplayNames.of(entries),
        PairTags.of(entries));
  }

  /** The notes with text about something, the oldest first. */
  public List<Noted> about(Note.Subject subject) {
    return notes.stream()
        .filter(n -> n.note().subject().equals(subject) && !n.note().text().isEmpty())
        .toList();
  }
}
