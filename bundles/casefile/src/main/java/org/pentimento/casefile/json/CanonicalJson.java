package org.pentimento.casefile.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.extension.Kind;

/**
 * JSON in one form only: the same value always gives the same bytes, on every Java.
 *
 * <p>UTF-8, no spaces, keys sorted by UTF-16 code unit, integers as integers, floating point as the
 * shortest text that reads back as the same number (Giulietti's Schubfach, so that Java 17 and 25
 * agree). NaN, infinities and {@code BigDecimal} are refused. Instants are written in UTC with
 * milliseconds, and constants of the API's enums as lower-case words joined by hyphens.
 *
 * <p>Reading is strict: duplicate and unknown keys, missing record components, trailing text,
 * numbers out of range, nesting beyond {@value #MAX_DEPTH} and strings beyond {@value #MAX_STRING}
 * characters are refused. It does not ask for the canonical form.
 */
public final class CanonicalJson {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_STRING = 16 << 20;
  private static final String REMEDY =
      "Another version of Pentimento wrote it, or something else did; use the version that did."
          + " Whether anything was changed since, pentimento verify tells.";
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(100)
                  .build())
          .build();
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(FACTORY)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, new Timestamps.Writer())
                  .addDeserializer(Instant.class, new Timestamps.Reader()))
          .addMixIn(DatasetDetector.LooksAt.class, Hyphenated.class)
          .addMixIn(PairFinding.Reason.Kind.class, Hyphenated.class)
          .addMixIn(PairFinding.Quality.Oddity.class, Hyphenated.class)
          .addMixIn(SharedPattern.Family.class, Hyphenated.class)
          .addMixIn(DatasetFinding.Action.class, Hyphenated.class)
          .addMixIn(Kind.class, Hyphenated.class)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  /** Spells the constants of an enum of the API as lower-case words joined by hyphens. */
  @EnumNaming(KebabCaseStrategy.class)
  private interface Hyphenated {}

  private CanonicalJson() {}

  /**
   * The canonical form of a record, map, list, JSON tree or plain value.
   *
   * @throws IllegalArgumentException if the value has no canonical form
   */
  public static byte[] bytes(@Nullable Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      write(generator, tree(value), 0);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("No canonical JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** As {@link #bytes}, as text. */
  public static String text(@Nullable Object value) {
    return new String(bytes(value), StandardCharsets.UTF_8);
  }

  /**
   * Reads a value strictly.
   *
   * @param json in UTF-8, canonical or not
   * @param type a record, a {@code JsonNode}, an array, a map or a plain value
   * @throws BadInputException saying where the text is not what was expected
   */
  public static <T> T read(byte[] json, Class<T> type) throws BadInputException {
    return convert(parse(json), type);
  }

  /**
   * Reads a value out of a JSON tree as strictly as {@link #read}.
   *
   * @throws BadInputException naming the key that is missing, unknown or of the wrong kind
   */
  public static <T> T convert(JsonNode tree, Class<T> type) throws BadInputException {
    try {
      T value = MAPPER.treeToValue(tree, type);
      if (value == null) {
        throw new BadInputException("Found null instead of " + type.getSimpleName() + ".", REMEDY);
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          "Not the JSON of a " + type.getSimpleName() + ": " + e.getOriginalMessage() + ".",
          REMEDY,
          e);
    }
  }

  /** The value as a JSON tree, in no particular order. */
  public static JsonNode tree(@Nullable Object value) {
    JsonNode tree = MAPPER.valueToTree(value);
    return tree;
  }

  /** A parser for text that is too long for memory, with the same limits. */
  public static JsonParser parser(InputStream in) throws IOException {
    return MAPPER.createParser(in);
  }

  /** The object or array at which a parser stands, as strictly as {@link #read}. */
  public static <T> T next(JsonParser parser, Class<T> type) throws IOException {
    JsonNode tree =
        MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(parser);
    refuseInfinite(tree);
    return convert(tree, type);
  }

  private static JsonNode parse(byte[] json) throws BadInputException {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (tree == null || tree.isMissingNode()) {
        throw new BadInputException("Found no JSON, the text is empty.", REMEDY);
      }
      refuseInfinite(tree);
      return tree;
    } catch (BadInputException e) {
      throw e;
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + ")";
      throw new BadInputException(
          "Not well-formed JSON: " + e.getOriginalMessage() + where + ".", REMEDY, e);
    } catch (IOException e) {
      throw new BadInputException("Not well-formed JSON: " + e.getMessage() + ".", REMEDY, e);
    }
  }

  private static void refuseInfinite(JsonNode node) throws BadInputException {
    if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
      throw new BadInputException("Found a number beyond the range of a double.", REMEDY);
    }
    for (JsonNode child : node) {
      refuseInfinite(child);
    }
  }

  private static void write(JsonGenerator out, JsonNode node, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("Nested deeper than " + MAX_DEPTH + " levels");
    }
    switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, JsonNode> sorted = new TreeMap<>();
        node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        out.writeStartObject();
        for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
          out.writeFieldName(wellFormed(field.getKey()));
          write(out, field.getValue(), depth + 1);
        }
        out.writeEndObject();
      }
      case ARRAY -> {
        out.writeStartArray();
        for (JsonNode element : node) {
          write(out, element, depth + 1);
        }
        out.writeEndArray();
      }
      case STRING, BINARY -> out.writeString(wellFormed(node.asText()));
      case BOOLEAN -> out.writeBoolean(node.booleanValue());
      case NULL -> out.writeNull();
      case NUMBER -> writeNumber(out, node);
      case MISSING, POJO ->
          throw new IllegalArgumentException("No canonical JSON for a " + node.getNodeType());
    }
  }

  /** Half a surrogate pair has no UTF-8. */
  private static String wellFormed(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("No canonical JSON for text that is not Unicode");
    }
    return text;
  }

  private static void writeNumber(JsonGenerator out, JsonNode node) throws IOException {
    if (node.isIntegralNumber()) {
      out.writeNumber(node.bigIntegerValue());
    } else if (node.isBigDecimal()) {
      throw new IllegalArgumentException("BigDecimal has no canonical JSON, use a double or text");
    } else if (!Double.isFinite(node.doubleValue())) {
      throw new IllegalArgumentException("No canonical JSON for " + node.doubleValue());
    } else if (node.isFloat()) {
      out.writeNumber(node.floatValue());
    } else {
      out.writeNumber(node.doubleValue());
    }
  }
}
