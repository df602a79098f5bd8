package org.pentimento.model.child.gradient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;

/** Products of matrices. */
final class Products {
  private Products() {}

  /** The rules by kind of operator. */
  static final Map<String, Rule> RULES = Map.of("MatMul", Products::many, "Gemm", Products::one);

  private static String product(Reverse to, String a, String b) {
    return to.add("MatMul", List.of(a, b));
  }

  /** A value with its last two dimensions exchanged. */
  private static String turned(OnnxNode node, Reverse to, String value, List<Integer> shape)
      throws NoGradientException {
    int n = shape.size();
    if (n < 2) {
      throw Rule.unknown(node, "multiplies with a vector");
    }
    long[] order = new long[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    order[n - 2] = n - 1;
    order[n - 1] = n - 2;
    return to.add("Transpose", List.of(value), Attribute.of("perm", order));
  }

  private static List<Integer> product(OnnxNode node, List<Integer> batch, int rows, int columns)
      throws NoGradientException {
    if (batch.size() < 2) {
      throw Rule.unknown(node, "multiplies with a vector");
    }
    List<Integer> shape = new ArrayList<>(batch.subList(0, batch.size() - 2));
    shape.add(rows);
    shape.add(columns);
    return shape;
  }

  private static void many(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    String a = node.input(0);
    String b = node.input(1);
    List<Integer> shapeA = to.shape(a);
    List<Integer> shapeB = to.shape(b);
    List<Integer> result = to.shape(node.output());
    int inner = shapeA.get(shapeA.size() - 1);
    if (to.varies(a)) {
      String told = product(to, gradient, turned(node, to, to.value(node, b), shapeB));
      int rows = shapeA.get(Math.max(0, shapeA.size() - 2));
      to.give(a, to.gathered(told, product(node, result, rows, inner), shapeA));
    }
    if (to.varies(b)) {
      String told = product(to, turned(node, to, to.value(node, a), shapeA), gradient);
      int columns = shapeB.get(shapeB.size() - 1);
      to.give(b, to.gathered(told, product(node, result, inner, columns), shapeB));
    }
  }

  private static void one(OnnxNode node, String gradient, Reverse to) throws NoGradientException {
    if (to.varies(node.input(1)) || to.varies(node.input(2))) {
      throw Rule.unknown(node, "takes parameters that depend on the photo");
    }
    String weights = to.constant(node, node.input(1));
    String turned =
        node.number("transB", 0) == 0
            ? turned(node, to, weights, to.shape(node.input(1)))
            : weights;
    String told =
        to.add("Mul", List.of(product(to, gradient, turned), to.number(node.real("alpha", 1))));
    to.give(
        node.input(0),
        node.number("transA", 0) == 0 ? told : turned(node, to, told, to.shape(node.input(0))));
  }
}
