package org.pentimento.dataset.codec.header;

/** The content of a file is not an image that can be read. */
public final class NotAnImageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * Makes the exception.
   *
   * @param reason what is wrong, beginning with "it" or "its"
   */
  public NotAnImageException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong, beginning with "it" or "its". */
  public String reason() {
    return reason;
  }
}
