package org.pentimento.protocol.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.About;
import org.pentimento.api.extension.Descriptor.Need;
import org.pentimento.api.extension.Parameter;

/**
 * Descriptors of extensions as JSON: in answers to preview questions, in the list of installed
 * extensions and in what the window keeps of it. Constants are lower-case words joined by hyphens.
 */
public final class DescriptorJson {
  private DescriptorJson() {}

  /** The tree of a descriptor. */
  public static ObjectNode tree(Descriptor descriptor) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", descriptor.id())
            .put("name", descriptor.name())
            .put("version", descriptor.version())
            .put("summary", descriptor.summary())
            .put("citation", descriptor.citation());
    About about = descriptor.about();
    node.putObject("about")
        .put("licence", about.licence())
        .put("vendor", about.vendor())
        .put("url", about.url())
        .put("instead", about.instead());
    ArrayNode needs = node.putArray("needs");
    descriptor.needs().stream().map(DescriptorJson::word).sorted().forEach(needs::add);
    ArrayNode parameters = node.putArray("parameters");
    descriptor.parameters().forEach(p -> parameters.add(tree(p)));
    return node;
  }

  private static ObjectNode tree(Parameter parameter) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", parameter.id())
            .put("name", parameter.name())
            .put("help", parameter.help())
            .put("type", word(parameter.type()))
            .put("unit", parameter.unit())
            .put("allowed", parameter.allowed());
    if (isNumeric(parameter.type())) {
      node.put("minimum", parameter.minimum()).put("maximum", parameter.maximum());
    } else if (parameter.type() == Parameter.Type.CHOICE) {
      ArrayNode choices = node.putArray("choices");
      parameter.choices().forEach(choices::add);
    }
    Object standard = parameter.defaultValue();
    if (standard instanceof Integer whole) {
      node.put("default", whole);
    } else if (standard instanceof Double number) {
      node.put("default", number);
    } else if (standard instanceof Boolean flag) {
      node.put("default", flag);
    } else {
      node.put("default", standard.toString());
    }
    return node;
  }

  /**
   * Reads the tree of a descriptor.
   *
   * @throws IllegalArgumentException if it breaks the rules for descriptors, saying which
   */
  public static Descriptor descriptor(JsonNode node) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    texts(node.path("needs")).forEach(need -> needs.add(Need.valueOf(constant(need))));
    return new Descriptor(
        node.path("id").asText(),
        node.path("name").asText(),
        node.path("version").asText(),
        node.path("summary").asText(),
        node.path("citation").asText(),
        items(node.path("parameters")).map(DescriptorJson::parameter).toList(),
        needs,
        about(node.path("about")));
  }

  private static About about(JsonNode node) {
    return new About(
        node.path("licence").asText(),
        node.path("vendor").asText(),
        node.path("url").asText(),
        node.path("instead").asText());
  }

  private static Parameter parameter(JsonNode node) {
    return new Parameter(
        node.path("id").asText(),
        node.path("name").asText(),
        node.path("help").asText(),
        Parameter.Type.valueOf(constant(node.path("type").asText())),
        node.path("unit").asText(),
        node.path("minimum").asDouble(),
        node.path("maximum").asDouble(),
        texts(node.path("choices")).toList(),
        node.path("default").asText());
  }

  private static boolean isNumeric(Parameter.Type type) {
    return type == Parameter.Type.INTEGER || type == Parameter.Type.NUMBER;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Stream<String> texts(JsonNode array) {
    return items(array).map(JsonNode::asText);
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static Module module() {
    return new SimpleModule()
        .addSerializer(Descriptor.class, new Writer())
        .addDeserializer(Descriptor.class, new Reader());
  }

  private static final class Writer extends JsonSerializer<Descriptor> {
    @Override
    public void serialize(Descriptor value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeTree(tree(value));
    }
  }

  private static final class Reader extends JsonDeserializer<Descriptor> {
    @Override
    public Descriptor deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      JsonNode tree = context.readTree(in);
      try {
        return descriptor(tree);
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(Descriptor.class, "%s", e.getMessage());
      }
    }
  }
}
