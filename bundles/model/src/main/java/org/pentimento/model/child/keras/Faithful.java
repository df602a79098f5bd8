package org.pentimento.model.child.keras;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.nd4j.shade.jackson.databind.JsonNode;

/**
 * The layers and settings of Keras of which tests show that Deeplearning4j draws as Keras does. Any
 * other is refused by name: the translation leaves out what it does not know, and the sketch would
 * be another one without a word.
 */
public final class Faithful {
  private static final Predicate<JsonNode> ANY = value -> true;
  private static final Predicate<JsonNode> LAST = value -> value.asText().equals("channels_last");
  private static final Predicate<JsonNode> ONES =
      value -> value.isArray() ? all(value, 1) : value.asInt() == 1;
  private static final Predicate<JsonNode> LAST_AXIS =
      value -> {
        int axis = (value.isArray() && value.size() == 1 ? value.get(0) : value).asInt(0);
        return axis == -1 || axis == 3;
      };
  private static final Predicate<JsonNode> PADDING =
      value -> Set.of("same", "valid").contains(value.asText());
  private static final Predicate<JsonNode> ACTIVATION =
      value ->
          Set.of(
                  "linear",
                  "relu",
                  "sigmoid",
                  "tanh",
                  "softplus",
                  "softsign",
                  "elu",
                  "selu",
                  "hard_sigmoid",
                  "swish")
              .contains(value.asText());

  /** Settings that say how a network was trained or begun, not what it draws. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "name",
          "trainable",
          "dtype",
          "batch_input_shape",
          "momentum",
          "rate",
          "seed",
          "stddev",
          "noise_shape",
          "filters");

  private static final Map<String, Predicate<JsonNode>> CONVOLUTION =
      Map.of(
          "kernel_size", ANY,
          "strides", ANY,
          "padding", PADDING,
          "data_format", LAST,
          "dilation_rate", ANY,
          "groups", ONES,
          "activation", ACTIVATION,
          "use_bias", ANY);
  private static final Map<String, Predicate<JsonNode>> POOLING =
      Map.of("pool_size", ANY, "strides", ANY, "padding", PADDING, "data_format", LAST);
  private static final Map<String, Map<String, Predicate<JsonNode>>> LAYERS =
      Map.ofEntries(
          Map.entry("InputLayer", Map.of("batch_input_shape", ANY)),
          Map.entry("Conv2D", CONVOLUTION),
          Map.entry("Conv2DTranspose", with(CONVOLUTION, "dilation_rate", ONES)),
          Map.entry(
              "BatchNormalization",
              Map.of("axis", LAST_AXIS, "epsilon", ANY, "center", ANY, "scale", ANY)),
          Map.entry("Activation", Map.of("activation", ACTIVATION)),
          Map.entry("LeakyReLU", Map.of("alpha", ANY)),
          Map.entry("ELU", Map.of("alpha", ANY)),
          Map.entry("ReLU", Map.of("max_value", ANY, "negative_slope", ANY, "threshold", ANY)),
          Map.entry("MaxPooling2D", POOLING),
          Map.entry("AveragePooling2D", POOLING),
          Map.entry(
              "UpSampling2D",
              Map.of(
                  "size",
                  ANY,
                  "data_format",
                  LAST,
                  "interpolation",
                  value -> value.asText().equals("nearest"))),
          Map.entry("ZeroPadding2D", Map.of("padding", ANY, "data_format", LAST)),
          Map.entry("Cropping2D", Map.of("cropping", ANY, "data_format", LAST)),
          Map.entry("Concatenate", Map.of("axis", LAST_AXIS)),
          Map.entry("Add", Map.of()),
          Map.entry("Subtract", Map.of()),
          Map.entry("Multiply", Map.of()),
          Map.entry("Average", Map.of()),
          Map.entry("Maximum", Map.of()),
          Map.entry("Dropout", Map.of()),
          Map.entry("SpatialDropout2D", Map.of("data_format", ANY)),
          Map.entry("GaussianDropout", Map.of()),
          Map.entry("GaussianNoise", Map.of()));

  private Faithful() {}

  private static boolean all(JsonNode values, int wanted) {
    for (JsonNode value : values) {
      if (value.asInt() != wanted) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Predicate<JsonNode>> with(
      Map<String, Predicate<JsonNode>> rules, String key, Predicate<JsonNode> rule) {
    Map<String, Predicate<JsonNode>> more = new HashMap<>(rules);
    more.put(key, rule);
    return Map.copyOf(more);
  }

  /**
   * Checks a layer.
   *
   * @throws IOException if it would be translated into something else, naming it and the setting
   */
  public static void check(FlatNetwork.Layer layer) throws IOException {
    Map<String, Predicate<JsonNode>> rules = LAYERS.get(layer.kind());
    if (rules == null) {
      throw new IOException(
          layer.words()
              + " is of a kind that is not translated; known are "
              + String.join(", ", LAYERS.keySet().stream().sorted().toList()));
    }
    Iterator<Map.Entry<String, JsonNode>> settings = layer.config().fields();
    while (settings.hasNext()) {
      Map.Entry<String, JsonNode> setting = settings.next();
      JsonNode value = setting.getValue();
      Predicate<JsonNode> rule = rules.get(setting.getKey());
      boolean asKerasDoes =
          rule != null
              ? value.isNull() || rule.test(value)
              : WITHOUT_EFFECT.contains(setting.getKey())
                  || setting.getKey().matches(".*_(initializer|regularizer|constraint)")
                  || value.isNull()
                  || value.isBoolean() && !value.asBoolean();
      if (!asKerasDoes) {
        throw new IOException(
            layer.words()
                + " has "
                + setting.getKey()
                + " = "
                + value
                + ", with which it would be drawn otherwise than by Keras");
      }
    }
  }
}
