package org.pentimento.protocol.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Records of the protocol as JSON. A record is an object with its components' names as keys; keys
 * that it does not know are refused. The published schema is {@code job-protocol.schema.json} in
 * the package {@code org.pentimento.protocol}.
 */
public final class WireJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(DescriptorJson.module())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private WireJson() {}

  /** A record in one line, without its end. */
  public static String line(Object value) {
    return text(JSON.writer(), value);
  }

  /** A record, map or list on many lines, for people. */
  public static String pretty(Object value) {
    return text(JSON.writerWithDefaultPrettyPrinter(), value);
  }

  private static String text(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of plain values can be written", e);
    }
  }

  /**
   * Reads a record.
   *
   * @throws JsonProcessingException if the text is not the JSON of such a record
   */
  public static <T> T read(String json, Class<T> type) throws JsonProcessingException {
    return JSON.readValue(json, type);
  }

  /**
   * Reads a record out of a tree.
   *
   * @throws JsonProcessingException if the tree is not that of such a record
   */
  public static <T> T read(JsonNode tree, Class<T> type) throws JsonProcessingException {
    return JSON.treeToValue(tree, type);
  }

  /** A mapper that knows other types in addition. */
  public static ObjectMapper with(Module more) {
    return JSON.copy().registerModule(more);
  }
}
