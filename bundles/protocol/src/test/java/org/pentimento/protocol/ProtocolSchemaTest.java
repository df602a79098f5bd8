package org.pentimento.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.protocol.question.Question;

/** The published schema and the records that cross the wire say the same. */
class ProtocolSchemaTest {
  private static final List<Class<?>> ROOTS =
      List.of(
          Job.class,
          JobEvent.class,
          DetachedJob.Identity.class,
          ExtensionCatalogue.class,
          inPreview("Asked"),
          inPreview("GivenUp"),
          inPreview("Head"));

  private static JsonNode published = new ObjectMapper().createObjectNode();

  private static Class<?> inPreview(String name) {
    try {
      return Class.forName("org.pentimento.protocol.preview.Frames$" + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = Job.class.getResourceAsStream("job-protocol.schema.json")) {
      published = new ObjectMapper().readTree(Objects.requireNonNull(in));
    }
  }

  @Test
  void definesWhatTheRecordsAre() {
    ExpectedSchema expected = new ExpectedSchema();
    ROOTS.forEach(expected::add);
    Map<String, JsonNode> definitions = new TreeMap<>();
    published
        .path("$defs")
        .properties()
        .forEach(one -> definitions.put(one.getKey(), bare(one.getValue(), true)));
    assertThat(definitions.keySet()).isEqualTo(expected.definitions().keySet());
    expected
        .definitions()
        .forEach(
            (name, node) -> assertThat(definitions.get(name)).as(name).isEqualTo(bare(node, true)));
  }

  /** Without descriptions and bounds, and with what needs no order in one order. */
  private static JsonNode bare(JsonNode node, boolean schema) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object
          .properties()
          .forEach(
              one -> {
                String key = one.getKey();
                if (!schema || !ExpectedSchema.REFINEMENTS.contains(key)) {
                  copy.set(key, bare(one.getValue(), !(schema && key.equals("properties"))));
                }
              });
      return copy;
    }
    if (node instanceof ArrayNode array) {
      List<JsonNode> members = new ArrayList<>();
      array.forEach(member -> members.add(bare(member, true)));
      members.sort(java.util.Comparator.comparing(JsonNode::toString));
      return array.arrayNode().addAll(members);
    }
    return node;
  }

  static Stream<Class<?>> plainRecords() {
    return Stream.of(Job.class, JobEvent.class, JobResult.class, Question.class)
        .flatMap(type -> Samples.records(type).stream());
  }

  @ParameterizedTest
  @MethodSource("plainRecords")
  void comesBackAsItWas(Class<?> type) throws IOException {
    Object sample = Samples.of(type);
    assertThat(WireJson.read(WireJson.line(sample), type)).isEqualTo(sample);
  }

  @Test
  void descriptorsComeBackAsTheyWere() throws IOException {
    ExtensionCatalogue sample = (ExtensionCatalogue) Samples.of(ExtensionCatalogue.class);
    String line = WireJson.line(sample);
    assertThat(WireJson.read(line, ExtensionCatalogue.class)).isEqualTo(sample);
    JsonNode extension = new ObjectMapper().readTree(line).path("extensions").path(0);
    assertThat(keys(extension)).containsExactlyInAnyOrderElementsOf(keys("InstalledExtension"));
    assertThat(keys("Parameter")).containsAll(keys(extension.path("parameters").path(0)));
  }

  private static List<String> keys(String definition) {
    return keys(published.path("$defs").path(definition).path("properties"));
  }

  private static List<String> keys(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }
}
