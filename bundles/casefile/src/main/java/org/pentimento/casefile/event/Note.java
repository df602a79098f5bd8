package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * A person remarked on something in a case. Notes are never taken back: whoever changes their mind
 * writes another one.
 *
 * @param subject what it is about
 * @param text of the remark; empty if only the bookmark changes
 * @param bookmark whether the subject is bookmarked from now on
 * @param waited when and by whom it was made, if the case could not be written to then; null if it
 *     was recorded at once
 */
public record Note(
    Subject subject,
    String text,
    boolean bookmark,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Waited waited)
    implements CaseRemark {
  /** The name of the event in the log. */
  public static final String ACTION = "note";

  /** Refuses null. */
  public Note {
    requireNonNull(subject);
    requireNonNull(text);
  }

  /** A note that is recorded at once. */
  public Note(Subject subject, String text, boolean bookmark) {
    this(subject, text, bookmark, null);
  }

  /** Of a body; most notes never waited, and say nothing of it. */
  static Note of(JsonNode body) throws BadInputException {
    return CanonicalJson.convert(Texts.orNull(body, WAITED), Note.class);
  }

  @Override
  public Note waiting(Waited since) {
    return new Note(subject, text, bookmark, since);
  }

  @Override
  public String action() {
    return ACTION;
  }

  /** What can be remarked on. */
  public enum Kind {
    /** The case as a whole; no id. */
    CASE,
    /** A pair of a data set; the name of the data set, a slash, the id of the pair. */
    PAIR,
    /** A run; its id. */
    RUN,
    /** A finding of a run; ids of run and comparison and the sentence, with {@code |} between. */
    FINDING,
    /** A report; the number of the entry that tells that it was written. */
    REPORT
  }

  /**
   * Something of a case.
   *
   * @param id unique among those of its kind in a case
   */
  public record Subject(Kind kind, String id) {
    /** Refuses null. */
    public Subject {
      requireNonNull(kind);
      requireNonNull(id);
    }
  }
}
