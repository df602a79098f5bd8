package org.pentimento.registry.guard;

import java.io.IOException;

/** Says that a detector gave nothing that could be kept, and why. */
public final class NoFindingException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why, in words for a person. */
  public NoFindingException(String problem) {
    super(problem);
  }

  /** Why, in words for a person. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
