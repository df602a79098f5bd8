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
import org.pentimento.api.metric.Metric.Direction;
import org.pentimento.api.metric.Metric.PanelPlace;
import org.pentimento.api.metric.SetMetric;
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
   * @param unit of its values, empty if they have none
   * @param minimum the smallest possible value; null if there is none
   * @param maximum the largest possible value; null if there is none
   * @param better which values mean that candidate and reference are more alike
   * @param panelPlace its place among the metrics that are asked about an attack's harm
   * @param noticeableLoss the least relative loss that counts as harm
   */
  public record MetricFacts(
      boolean ofSets,
      String unit,
      @Nullable Double minimum,
      @Nullable Double maximum,
      Direction better,
      PanelPlace panelPlace,
      double noticeableLoss) {
    /** What a metric says. */
    public static MetricFacts of(Metric metric) {
      Metric.Scale scale = metric.scale();
      return new MetricFacts(
          metric instanceof SetMetric,
          scale.unit(),
          finite(scale.minimum()),
          finite(scale.maximum()),
          scale.better(),
          metric.panelPlace(),
          metric.noticeableLoss());
    }

    private static @Nullable Double finite(double bound) {
      return Double.isFinite(bound) ? bound : null;
    }

    /** Its scale. */
    public Metric.Scale scale() {
      return new Metric.Scale(
          unit,
          minimum == null ? Double.NEGATIVE_INFINITY : minimum,
          maximum == null ? Double.POSITIVE_INFINITY : maximum,
          better);
    }
  }

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

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? (Double) node.asDouble() : null;
  }

  private static @Nullable MetricFacts metric(JsonNode tree) {
    return tree.isObject()
        ? new MetricFacts(
            tree.path("ofSets").asBoolean(),
            tree.path("unit").asText(),
            number(tree.path("minimum")),
            number(tree.path("maximum")),
            Direction.valueOf(tree.path("better").asText()),
            PanelPlace.valueOf(tree.path("panelPlace").asText()),
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
      tree.putObject("metric")
          .put("ofSets", metric.ofSets())
          .put("unit", metric.unit())
          .put("minimum", metric.minimum())
          .put("maximum", metric.maximum())
          .put("better", metric.better().name())
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
