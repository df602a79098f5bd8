package org.pentimento.audit.step;

import org.pentimento.api.CancelledException;

/**
 * Work ends because whoever started it is gone without a word, not because somebody wanted it to
 * end.
 */
public final class LeftAloneException extends CancelledException {
  private static final long serialVersionUID = 1L;
}
