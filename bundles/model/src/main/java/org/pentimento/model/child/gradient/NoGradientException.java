package org.pentimento.model.child.gradient;

import java.io.IOException;

/** A network tells no gradients; the message is the end of a sentence that says why. */
public final class NoGradientException extends IOException {
  private static final long serialVersionUID = 1L;

  NoGradientException(String reason) {
    super(reason);
  }
}
