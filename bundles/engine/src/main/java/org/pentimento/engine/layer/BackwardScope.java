package org.pentimento.engine.layer;

/** Which gradients a backward pass computes. */
public enum BackwardScope {
  /** The gradients for the parameters and for the input. */
  ALL,
  /** The gradient for the parameters alone, for a layer that has no layer with parameters below. */
  PARAMETERS,
  /** The gradient for the input alone; the gradients for the parameters stay as they were. */
  INPUT
}
