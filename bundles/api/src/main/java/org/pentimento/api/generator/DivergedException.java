package org.pentimento.api.generator;

/** A training whose loss or weights stopped being finite numbers. */
public class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes the error; the message says what stopped being finite at which step. */
  public DivergedException(String message) {
    super(message);
  }
}
