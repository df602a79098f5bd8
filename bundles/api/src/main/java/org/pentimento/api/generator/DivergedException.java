package org.pentimento.api.generator;

/**
 * A training that runs away: its loss, gradient or weights explode or stop being finite numbers.
 */
public class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the error.
   *
   * @param message what happened at which step, as half a sentence: {@code the loss 'l1' stopped
   *     being a finite number at step 3}
   */
  public DivergedException(String message) {
    super(message);
  }
}
