package org.pentimento.dataset.codec.header;

/** The content of a file is not that of an image. */
public final class NotAnImageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * Makes the signal.
   *
   * @param reason the rest of a sentence that begins with the file's name
   */
  public NotAnImageException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
