package org.pentimento.model.child;

import java.util.List;
import java.util.Map;

/**
 * What a network takes and gives, as it states it itself.
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
  /** Of a network that states nothing of its use. */
  public Ports(List<Port> inputs, List<Port> outputs, long parameters, String maker) {
    this(inputs, outputs, parameters, maker, Map.of());
  }

  /**
   * An input or output.
   *
   * @param name unique among its like
   * @param shape sizes of the dimensions, -1 for any
   */
  public record Port(String name, List<Integer> shape) {}
}
