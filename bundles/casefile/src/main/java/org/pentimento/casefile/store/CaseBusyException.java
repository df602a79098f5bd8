package org.pentimento.casefile.store;

import org.pentimento.api.BadInputException;

/** Somebody else has the case open for writing. */
public final class CaseBusyException extends BadInputException {
  private static final long serialVersionUID = 1L;

  /**
   * It is busy.
   *
   * @param message who has it
   * @param remedy what to do
   */
  public CaseBusyException(String message, String remedy) {
    super(message, remedy);
  }
}
