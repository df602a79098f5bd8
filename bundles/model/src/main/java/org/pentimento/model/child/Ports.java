package org.pentimento.model.child;

import java.util.List;

/**
 * What a network takes and gives, as it states it itself.
 *
 * @param inputs that must be given
 * @param outputs that can be had
 * @param parameters number of trained values, 0 if unknown
 * @param maker what made the file, for the record
 */
public record Ports(List<Port> inputs, List<Port> outputs, long parameters, String maker) {
  /**
   * An input or output.
   *
   * @param name unique among its like
   * @param shape sizes of the dimensions, -1 for any
   */
  public record Port(String name, List<Integer> shape) {}
}
