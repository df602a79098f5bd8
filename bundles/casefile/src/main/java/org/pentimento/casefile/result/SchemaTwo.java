package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result of schema 2, in which detectors spoke of models instead of data sets. No detector came
 * with the product at that time.
 */
record SchemaTwo(
    int schema,
    String name,
    String plan,
    Map<String, String> environment,
    RunResult.DataUsed data,
    List<ExtensionUse> metrics,
    List<Comparison> comparisons,
    @Nullable JsonNode detections) {
  /** The result without what detectors said. */
  RunResult result() {
    return new RunResult(schema, name, plan, environment, data, metrics, comparisons, List.of());
  }
}
