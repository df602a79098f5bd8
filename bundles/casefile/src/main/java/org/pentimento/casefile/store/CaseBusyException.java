package org.pentimento.casefile.store;

import org.pentimento.api.BadInputException;

/** Somebody else has the case open for writing. */
public final class CaseBusyException extends BadInputException {
  private static final long serialVersionUID = 1L;

  CaseBusyException(String message, String remedy) {
    super(message, remedy);
  }
}
