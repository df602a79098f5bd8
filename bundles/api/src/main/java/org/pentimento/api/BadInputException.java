package org.pentimento.api;

import java.io.IOException;

/**
 * Something given from outside cannot be used. The message names the file, key or id and what is
 * wrong with it; the remedy says what a person can do about it. Both are shown as they are, without
 * a stack trace.
 */
public class BadInputException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Makes an error for a person.
   *
   * @param message what was found where, as a whole sentence
   * @param remedy what to do about it, as a whole sentence
   */
  public BadInputException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** As the other constructor, with the technical cause for the log. */
  public BadInputException(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /** What a person can do about it. */
  public String remedy() {
    return remedy;
  }
}
