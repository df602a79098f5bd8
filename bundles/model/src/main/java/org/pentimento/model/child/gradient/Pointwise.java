package org.pentimento.model.child.gradient;

import java.util.List;
import java.util.Map;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;

/** Operators that compute each number of their result from the numbers at its place. */
final class Pointwise {
  private static final long FLOAT = 1;

  private Pointwise() {}

  /** The rules by kind of operator. */
  static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("Identity", Pointwise::same),
          Map.entry("Cast", Pointwise::cast),
          Map.entry("Dropout", Pointwise::dropout),
          Map.entry("Relu", Pointwise::relu),
          Map.entry("LeakyRelu", Pointwise::leakyRelu),
          Map.entry("PRelu", Pointwise::parametricRelu),
          Map.entry("Elu", Pointwise::elu),
          Map.entry("Sigmoid", Pointwise::sigmoid),
          Map.entry("HardSigmoid", Pointwise::hardSigmoid),
          Map.entry("Tanh", Pointwise::tanh),
          Map.entry("Softplus", Pointwise::softplus),
          Map.entry("Clip", Pointwise::clip),
          Map.entry("Neg", (n, g, to) -> to.give(n.input(0), to.add("Neg", List.of(g)))),
          Map.entry("Abs", Pointwise::absolute),
          Map.entry("Exp", (n, g, to) -> to.give(n.input(0), times(to, g, result(n, to)))),
          Map.entry("Sqrt", Pointwise::root),
          Map.entry("Erf", Pointwise::errorFunction),
          Map.entry("Pow", Pointwise::power),
          Map.entry("Add", Pointwise::sum),
          Map.entry("Sum", Pointwise::sum),
          Map.entry("Sub", Pointwise::difference),
          Map.entry("Mul", Pointwise::product),
          Map.entry("Div", Pointwise::quotient));

  private static String result(OnnxNode node, Reverse to) throws NoGradientException {
    return to.value(node, node.output());
  }

  private static String operand(OnnxNode node, Reverse to) throws NoGradientException {
    return to.value(node, node.input(0));
  }

  private static String times(Reverse to, String a, String b) {
    return to.add("Mul", List.of(a, b));
  }

  private static String minus(Reverse to, String a, String b) {
    return to.add("Sub", List.of(a, b));
  }

  private static void same(OnnxNode node, String gradient, Reverse to) {
    to.give(node.input(0), gradient);
  }

  private static void cast(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    if (node.number("to", FLOAT) != FLOAT) {
      throw Rule.unknown(node, "makes numbers of another type");
    }
    same(node, gradient, to);
  }

  private static void dropout(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    if (!node.input(2).isEmpty() && to.numbers(node, node.input(2))[0] != 0) {
      throw Rule.unknown(node, "drops by chance");
    }
    same(node, gradient, to);
  }

  /** By the sign of the result, which is 0 or 1. */
  private static void relu(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    to.give(node.input(0), times(to, gradient, to.add("Sign", List.of(result(node, to)))));
  }

  private static String whereNegative(Reverse to, String tested, String yes, String no) {
    return to.add("Where", List.of(to.add("Less", List.of(tested, to.number(0))), yes, no));
  }

  private static void leakyRelu(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    float slope = node.real("alpha", .01f);
    String tested = slope > 0 ? result(node, to) : operand(node, to);
    String less = times(to, gradient, to.number(slope));
    to.give(node.input(0), whereNegative(to, tested, less, gradient));
  }

  private static void parametricRelu(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    String less = times(to, gradient, to.constant(node, node.input(1)));
    to.give(node.input(0), whereNegative(to, operand(node, to), less, gradient));
  }

  private static void elu(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    float alpha = node.real("alpha", 1);
    if (!(alpha > 0)) {
      throw Rule.unknown(node, "has an alpha of " + alpha);
    }
    String result = result(node, to);
    String less = times(to, gradient, to.add("Add", List.of(result, to.number(alpha))));
    to.give(node.input(0), whereNegative(to, result, less, gradient));
  }

  private static void sigmoid(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    String y = result(node, to);
    to.give(node.input(0), times(to, gradient, minus(to, y, times(to, y, y))));
  }

  private static void hardSigmoid(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    String y = result(node, to);
    String inside = to.add("Sign", List.of(minus(to, y, times(to, y, y))));
    String slope = times(to, inside, to.number(node.real("alpha", .2f)));
    to.give(node.input(0), times(to, gradient, slope));
  }

  private static void tanh(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    String y = result(node, to);
    to.give(node.input(0), times(to, gradient, minus(to, to.number(1), times(to, y, y))));
  }

  private static void softplus(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    to.give(node.input(0), times(to, gradient, to.add("Sigmoid", List.of(operand(node, to)))));
  }

  /** Where the result lies between the bounds. */
  private static void clip(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    String y = result(node, to);
    String passed = gradient;
    if (!node.input(1).isEmpty() || node.attributes().containsKey("min")) {
      String low =
          node.input(1).isEmpty()
              ? to.number(node.real("min", 0))
              : to.constant(node, node.input(1));
      passed = masked(to, passed, to.add("Greater", List.of(y, low)));
    }
    if (!node.input(2).isEmpty() || node.attributes().containsKey("max")) {
      String high =
          node.input(2).isEmpty()
              ? to.number(node.real("max", 0))
              : to.constant(node, node.input(2));
      passed = masked(to, passed, to.add("Less", List.of(y, high)));
    }
    to.give(node.input(0), passed);
  }

  private static String masked(Reverse to, String gradient, String condition) {
    return times(to, gradient, to.add("Cast", List.of(condition), Attribute.of("to", FLOAT)));
  }

  private static void absolute(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    to.give(node.input(0), times(to, gradient, to.add("Sign", List.of(operand(node, to)))));
  }

  private static void root(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    String half = times(to, gradient, to.number(.5));
    to.give(node.input(0), to.add("Div", List.of(half, result(node, to))));
  }

  private static void errorFunction(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    String x = operand(node, to);
    String bell = to.add("Exp", List.of(to.add("Neg", List.of(times(to, x, x)))));
    String slope = times(to, bell, to.number(2 / Math.sqrt(Math.PI)));
    to.give(node.input(0), times(to, gradient, slope));
  }

  private static void power(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    float[] exponents = to.numbers(node, node.input(1));
    if (exponents.length != 1) {
      throw Rule.unknown(node, "has several exponents");
    }
    String lower = to.add("Pow", List.of(operand(node, to), to.number(exponents[0] - 1)));
    to.give(node.input(0), times(to, gradient, times(to, lower, to.number(exponents[0]))));
  }

  private static void give(OnnxNode node, int input, String gradient, Reverse to)
      throws NoGradientException {
    String value = node.input(input);
    if (to.varies(value)) {
      to.give(value, to.gathered(gradient, to.shape(node.output()), to.shape(value)));
    }
  }

  private static void sum(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    for (int i = 0; i < node.inputs().size(); i++) {
      give(node, i, gradient, to);
    }
  }

  private static void difference(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    give(node, 0, gradient, to);
    if (to.varies(node.input(1))) {
      give(node, 1, to.add("Neg", List.of(gradient)), to);
    }
  }

  private static void product(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    for (int i = 0; i < 2; i++) {
      if (to.varies(node.input(i))) {
        give(node, i, times(to, gradient, to.value(node, node.input(1 - i))), to);
      }
    }
  }

  private static void quotient(OnnxNode node, String gradient, Reverse to)
      throws NoGradientException {
    String divided = to.add("Div", List.of(gradient, to.value(node, node.input(1))));
    give(node, 0, divided, to);
    if (to.varies(node.input(1))) {
      give(node, 1, to.add("Neg", List.of(times(to, divided, result(node, to)))), to);
    }
  }
}
