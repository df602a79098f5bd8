package org.pentimento.model.child;

import java.util.List;
import java.util.Map;

/**
 * The inputs and outputs of a network, as the network states them itself.
 *
 * @param inputs that must be given
 * @param outputs that can be had
 * @param parameters number of trained values, 0 if unknown
 * @param maker what made the file, for the record
 * @param stated how it is to be used, by parameter of the import, as far as the file states it
 */
public record Ports(
    List<Port> inputs,
    List<Port> outputs,
    long parameters,
    String maker,
    Map<String, String> stated) {
  /** The ports of a network that does not state how it is to be used. */
  public Ports(List<Port> inputs, List<Port> outputs, long parameters, String maker) {
    this(inputs, outputs, parameters, maker, Map.of());
  }

  /**
   * An input or output.
   *
   * @param name unique among the inputs, or among the outputs
   * @param shape sizes of the dimensions, -1 for any
   */
  public record Port(String name, List<Integer> shape) {}
}
