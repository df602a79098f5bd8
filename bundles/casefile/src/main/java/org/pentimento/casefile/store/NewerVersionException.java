package org.pentimento.casefile.store;

import org.pentimento.api.BadInputException;

/** A later version of the product wrote the case. Nothing in it may be touched. */
public final class NewerVersionException extends BadInputException {
  private static final long serialVersionUID = 1L;

  /**
   * The refusal.
   *
   * @param part of the case whose format is unknown, such as {@code index}
   * @param format its version
   */
  public NewerVersionException(String part, int format) {
    super(
        "The case was written by a newer version of Pentimento ("
            + part
            + " format "
            + format
            + ").",
        "Open it with that version or a later one.");
  }
}
