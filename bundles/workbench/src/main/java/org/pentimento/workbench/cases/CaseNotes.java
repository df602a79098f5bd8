package org.pentimento.workbench.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.Entry;
import org.pentimento.casefile.Note;
import org.pentimento.casefile.SignOff;

/**
 * The notes, bookmarks and reviews of a case, from its custody log.
 *
 * @param notes in the order in which they were made
 * @param bookmarks what has a bookmark now
 * @param signOffs the latest review of each report, by the number of the report's entry
 */
public record CaseNotes(
    List<Noted> notes, Set<Note.Subject> bookmarks, Map<Long, SignOff> signOffs) {
  /** A note with who made it and when. */
  public record Noted(Entry entry, Note note) {}

  /** Reads a log. Notes in a form that this version does not know are left out. */
  public static CaseNotes of(List<Entry> entries) {
    List<Noted> notes = new ArrayList<>();
    Set<Note.Subject> bookmarks = new HashSet<>();
    Map<Long, SignOff> signOffs = new HashMap<>();
    for (Entry entry : entries) {
      as(entry, Note.ACTION, Note.class)
          .ifPresent(
              note -> {
                notes.add(new Noted(entry, note));
                if (note.bookmark()) {
                  bookmarks.add(note.subject());
                } else {
                  bookmarks.remove(note.subject());
                }
              });
      as(entry, SignOff.ACTION, SignOff.class).ifPresent(s -> signOffs.put(s.report(), s));
    }
    return new CaseNotes(List.copyOf(notes), Set.copyOf(bookmarks), Map.copyOf(signOffs));
  }

  private static <T> Optional<T> as(Entry entry, String action, Class<T> type) {
    try {
      return entry.action().equals(action) ? Optional.of(entry.bodyAs(type)) : Optional.empty();
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }

  /** The notes with text about something, the oldest first. */
  public List<Noted> about(Note.Subject subject) {
    return notes.stream()
        .filter(n -> n.note().subject().equals(subject) && !n.note().text().isEmpty())
        .toList();
  }
}
