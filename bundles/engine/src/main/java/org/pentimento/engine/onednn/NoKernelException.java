package org.pentimento.engine.onednn;

/** Says that oneDNN has no fast kernel for something, so that it is to be computed another way. */
public final class NoKernelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what there is no kernel for. */
  public NoKernelException(String message) {
    super(message);
  }
}
