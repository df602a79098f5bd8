package org.pentimento.jobs.preview.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;

/** Descriptors as JSON, with all that a form needs. */
final class DescriptorNodes {
  private DescriptorNodes() {}

  static ObjectNode of(Descriptor descriptor) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", descriptor.id())
            .put("name", descriptor.name())
            .put("summary", descriptor.summary())
            .put("citation", descriptor.citation());
    ArrayNode parameters = node.putArray("parameters");
    descriptor.parameters().forEach(p -> parameters.add(of(p)));
    return node;
  }

  private static ObjectNode of(Parameter parameter) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", parameter.id())
            .put("name", parameter.name())
            .put("help", parameter.help())
            .put("type", parameter.type().name().toLowerCase(Locale.ROOT))
            .put("unit", parameter.unit())
            .put("minimum", parameter.minimum())
            .put("maximum", parameter.maximum())
            .put("allowed", parameter.allowed())
            .put("default", String.valueOf(parameter.defaultValue()));
    ArrayNode choices = node.putArray("choices");
    parameter.choices().forEach(choices::add);
    return node;
  }
}
