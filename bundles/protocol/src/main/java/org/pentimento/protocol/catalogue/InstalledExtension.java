package org.pentimento.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.metric.Metric;
import org.pentimento.protocol.json.DescriptorJson;

/**
 * An extension, by what it says of itself. Its JSON is that of the descriptor with {@code kind},
 * {@code vendor}, {@code file}, {@code makesItsPairs}, {@code detector} and {@code metric} in
 * addition.
 *
 * @param kind what it is
 * @param descriptor what it says of itself
 * @param makesItsPairs whether it is a data-set format that draws its pairs and needs no files
 * @param vendor who made it, empty if that is not said
 * @param file name of the jar that it came in, empty if it came in none
 * @param detector what it says as a detector of data sets or of models; null if it is none
 * @param metric what it says as a metric; null if it is none
 */
public record InstalledExtension(
    Kind kind,
    Descriptor descriptor,
    boolean makesItsPairs,
    String vendor,
    String file,
    @Nullable DetectorFacts detector,
    @Nullable MetricFacts metric) {
  /**
   * What a detector says of itself beside its descriptor.
   *
   * @param looksAt what it looks at; null for a detector of models
   * @param leastPairs the least number of pairs that it can say anything about
   * @param blindTo what it cannot find, in words for a person
   */
  public record DetectorFacts(@Nullable LooksAt looksAt, int leastPairs, String blindTo) {}

  /**
   * What a metric says of itself beside its descriptor.
   *
   * @param ofSets whether it is one of whole sets
   */
  public record MetricFacts(
      boolean ofSets, Metric.Scale scale, Metric.PanelPlace panelPlace, double noticeableLoss) {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it breaks the rules for descriptors, or is of no known kind
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static InstalledExtension of(JsonNode tree) {
    String word = tree.path("kind").asText();
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(k -> k.word().equals(word))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no kind of extension: " + word));
    return new InstalledExtension(
        kind,
        DescriptorJson.descriptor(tree),
        tree.path("makesItsPairs").asBoolean(),
        tree.path("vendor").asText(),
        tree.path("file").asText(),
        detector(tree.path("detector")),
        metric(tree.path("metric")));
  }

  private static @Nullable DetectorFacts detector(JsonNode tree) {
    return tree.isObject()
        ? new DetectorFacts(
            tree.path("looksAt").isTextual()
                ? LooksAt.valueOf(tree.path("looksAt").asText())
                : null,
            tree.path("leastPairs").asInt(),
            tree.path("blindTo").asText())
        : null;
  }

  private static @Nullable MetricFacts metric(JsonNode tree) {
    return tree.isObject()
        ? new MetricFacts(
            tree.path("ofSets").asBoolean(),
            new Metric.Scale(
                tree.path("unit").asText(),
                Double.parseDouble(tree.path("minimum").asText()),
                Double.parseDouble(tree.path("maximum").asText()),
                Metric.Direction.valueOf(tree.path("better").asText())),
            Metric.PanelPlace.valueOf(tree.path("panelPlace").asText()),
            tree.path("noticeableLoss").asDouble())
        : null;
  }

  @JsonValue
  JsonNode tree() {
    ObjectNode tree =
        DescriptorJson.tree(descriptor)
            .put("kind", kind.word())
            .put("vendor", vendor)
            .put("file", file)
            .put("makesItsPairs", makesItsPairs);
    if (detector != null) {
      LooksAt at = detector.looksAt();
      tree.putObject("detector")
          .put("looksAt", at == null ? null : at.name())
          .put("leastPairs", detector.leastPairs())
          .put("blindTo", detector.blindTo());
    }
    if (metric != null) {
      Metric.Scale scale = metric.scale();
      tree.putObject("metric")
          .put("ofSets", metric.ofSets())
          .put("unit", scale.unit())
          .put("minimum", String.valueOf(scale.minimum())) // JSON has no infinity
          .put("maximum", String.valueOf(scale.maximum()))
          .put("better", scale.better().name())
          .put("panelPlace", metric.panelPlace().name())
          .put("noticeableLoss", metric.noticeableLoss());
    }
    return tree;
  }

  /** Its id among those of its kind. */
  public String id() {
    return descriptor.id();
  }

  /** Its name for a person. */
  public String name() {
    return descriptor.name();
  }

  /** What can be set. */
  public List<Parameter> parameters() {
    return descriptor.parameters();
  }
}
