package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * The index was damaged or missing and was made anew from log and blobs.
 *
 * @param reason what was wrong with it
 */
public record IndexRebuilt(String reason) implements Housekeeping {
  /** The name of the event in the log. */
  public static final String ACTION = "index-rebuilt";

  /** Refuses null. */
  public IndexRebuilt {
    requireNonNull(reason, "reason");
  }

  @Override
  public String action() {
    return ACTION;
  }
}
