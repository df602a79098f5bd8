package org.pentimento.engine.layer;

/** What a backward pass is run for. What is not wanted is not computed. */
public enum Wanted {
  /** The gradients for the parameters and for the input. */
  ALL,
  /** The gradient for the parameters; nobody asks what is below. */
  PARAMETERS,
  /** The gradient for the input; those of the parameters stay as they were. */
  INPUT
}
