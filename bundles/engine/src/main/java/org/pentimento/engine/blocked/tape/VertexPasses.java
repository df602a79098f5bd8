package org.pentimento.engine.blocked.tape;

/** One vertex of a network, laid out for images of one size. Its forward steps are added first. */
public interface VertexPasses {
  /** What the vertex gives. */
  Value output();

  /** Adds the steps of the backward pass: from the gradient for the output to those for inputs. */
  void addBackward(Tape tape, Memory memory);
}
