package org.pentimento.model.child.gradient;

import java.util.List;
import java.util.Map;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;

/**
 * An operator in a file.
 *
 * @param operator its kind
 * @param domain of the kind, empty for ONNX's own
 * @param inputs names of values, empty for one that is left out
 * @param outputs names of values, empty for one that is left out
 * @param attributes those that are numbers and words, by name: {@link Long}, {@link Float}, {@link
 *     String}, and arrays of longs and floats
 * @param bytes as it stands in the file
 */
record OnnxNode(
    String operator,
    String domain,
    List<String> inputs,
    List<String> outputs,
    Map<String, Object> attributes,
    byte[] bytes) {

  /** The operator with its domain, as people write it. */
  String kind() {
    return domain.isEmpty() ? operator : domain + "." + operator;
  }

  /** Name of its first output. */
  String output() {
    return outputs.get(0);
  }

  /** Name of an input, empty if it is left out. */
  String input(int index) {
    return index < inputs.size() ? inputs.get(index) : "";
  }

  long number(String attribute, long otherwise) {
    return attributes.get(attribute) instanceof Long number ? number : otherwise;
  }

  float real(String attribute, float otherwise) {
    return attributes.get(attribute) instanceof Float number ? number : otherwise;
  }

  String word(String attribute, String otherwise) {
    return attributes.get(attribute) instanceof String word ? word : otherwise;
  }

  /** Whole numbers; {@code otherwise} where it has none. */
  long[] numbers(String attribute, long... otherwise) {
    return attributes.get(attribute) instanceof long[] numbers ? numbers.clone() : otherwise;
  }

  /** All attributes, for a node that does the same elsewhere. */
  List<Attribute> copied() {
    return attributes.entrySet().stream()
        .map(entry -> new Attribute(entry.getKey(), entry.getValue()))
        .toList();
  }
}
