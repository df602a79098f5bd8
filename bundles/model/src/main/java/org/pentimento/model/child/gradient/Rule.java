package org.pentimento.model.child.gradient;

import java.io.IOException;
import java.util.List;

/** How a gradient goes back through operators of one kind. */
interface Rule {
  /**
   * Gives the inputs of a node their gradients.
   *
   * @param gradient for its first output
   * @throws NoGradientException if the node asks for something that the rule does not know
   */
  void back(OnnxNode node, String gradient, Reverse to) throws IOException;

  /** The axis that a number means, where negative ones count from the end. */
  static int axis(long number, List<Integer> shape) throws NoGradientException {
    long axis = number < 0 ? number + shape.size() : number;
    if (axis < 0 || axis >= shape.size()) {
      throw new NoGradientException("it names a dimension " + number + " of " + shape.size());
    }
    return (int) axis;
  }

  /** Says that a kind of operator is known, but not with what this one asks for. */
  static NoGradientException unknown(OnnxNode node, String what) {
    return new NoGradientException("its operator " + node.kind() + " " + what);
  }
}
