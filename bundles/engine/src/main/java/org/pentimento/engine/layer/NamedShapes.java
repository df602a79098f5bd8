package org.pentimento.engine.layer;

import java.util.List;
import java.util.Map;

/** The configuration of a layer with weights, known before any memory is taken for them. */
public interface NamedShapes {
  /** Shape of each tensor by its name within the layer, such as {@code weight}. */
  Map<String, List<Integer>> tensorShapes();
}
