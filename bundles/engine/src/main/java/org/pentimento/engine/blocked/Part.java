package org.pentimento.engine.blocked;

/** One vertex of a network, laid out for images of one size. Its forward steps are added first. */
interface Part {
  /** Adds the steps of the backward pass: from the gradient for the output to those for inputs. */
  void addBackward(Tape tape, Memory memory);
}
