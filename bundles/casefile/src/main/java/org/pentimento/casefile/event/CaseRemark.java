package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of something in a case, without changing what was recorded before: a note, a
 * name, a tag. It can be said while somebody else writes to the case; then it waits beside the log
 * until a writer takes it in.
 */
public sealed interface CaseRemark extends CaseEvent permits Named, Note, Tagged {
  /** Name of the member that says that a remark waited. */
  String WAITED = "waited";

  /** When and by whom it was made, if the case could not be written to then; null otherwise. */
  @Nullable Waited waited();

  /** The remark as one that has to wait. */
  CaseRemark waiting(Waited since);

  /**
   * What is known of a remark that had to wait.
   *
   * @param written when it was made, by the clock of the machine
   * @param login name of the system's user who made it
   */
  record Waited(Instant written, String login) {
    /** Refuses null. */
    public Waited {
      requireNonNull(written);
      requireNonNull(login);
    }
  }
}
