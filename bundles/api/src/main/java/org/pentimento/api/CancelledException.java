package org.pentimento.api;

/** The person asked to stop. No error: what was finished before is kept. */
public class CancelledException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes the signal that work ends early on request. */
  public CancelledException() {
    super("cancelled");
  }
}
