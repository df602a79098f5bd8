package org.pentimento.testing;

/** A check that cannot be made of this extension; the message says why. */
public final class NotApplicableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the signal.
   *
   * @param why half a sentence: {@code it has no parameters}
   */
  public NotApplicableException(String why) {
    super(why);
  }
}
