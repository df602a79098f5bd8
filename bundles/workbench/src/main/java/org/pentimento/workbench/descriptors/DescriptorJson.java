package org.pentimento.workbench.descriptors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;

/** Descriptors out of the JSON in which processes of the product send them. */
public final class DescriptorJson {
  /** For senders that do not say the version: no extension has it. */
  private static final String NO_VERSION = "0.0.0";

  private DescriptorJson() {}

  /**
   * Reads a descriptor.
   *
   * @throws IllegalArgumentException if it breaks the rules for descriptors, saying which
   */
  public static Descriptor descriptor(JsonNode node) {
    Set<Descriptor.Need> needs = EnumSet.noneOf(Descriptor.Need.class);
    items(node.path("needs"))
        .map(JsonNode::asText)
        .forEach(need -> needs.add(Descriptor.Need.valueOf(constant(need))));
    return new Descriptor(
        node.path("id").asText(),
        node.path("name").asText(),
        node.path("version").asText(NO_VERSION),
        node.path("summary").asText(),
        node.path("citation").asText(),
        items(node.path("parameters")).map(DescriptorJson::parameter).toList(),
        needs);
  }

  private static Parameter parameter(JsonNode node) {
    List<String> choices = items(node.path("choices")).map(JsonNode::asText).toList();
    return new Parameter(
        node.path("id").asText(),
        node.path("name").asText(),
        node.path("help").asText(),
        Parameter.Type.valueOf(constant(node.path("type").asText())),
        node.path("unit").asText(),
        node.path("minimum").asDouble(),
        node.path("maximum").asDouble(),
        choices,
        node.path("default").asText());
  }

  /** How Java spells the constant of a word. */
  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
