package org.pentimento.audit.selftest;

import java.io.IOException;
import org.pentimento.api.BadInputException;

/** Says that something cannot be planted in the pairs of a trial. */
public final class UnplantableException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public UnplantableException(BadInputException cause) {
    super(String.valueOf(cause.getMessage()), cause);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
