package org.pentimento.engine.tensor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;

/**
 * A safetensors file opened for reading. Opening checks the whole header: that every tensor's type,
 * shape and place agree, and that the tensors cover the file without holes or overlap. Nothing is
 * allocated by a size that the file only claims.
 */
public final class TensorFile implements AutoCloseable {
  static final String METADATA = "__metadata__";

  private static final long LARGEST_HEADER = 16L << 20;
  private static final int MOST_DIMENSIONS = 8;
  private static final int CHUNK = 1 << 20;
  private static final String REMEDY = "Get the file anew from where it was written.";

  /**
   * Where a tensor is.
   *
   * @param type of its numbers
   * @param shape sizes of its dimensions
   * @param begin first byte, counted from the end of the header
   * @param end byte behind its last
   */
  public record Entry(ElementType type, List<Integer> shape, long begin, long end) {}

  private final Path file;
  private final FileChannel channel;
  private final long dataStart;
  private final Map<String, Entry> entries;
  private final Map<String, String> metadata;

  private TensorFile(
      Path file,
      FileChannel channel,
      long dataStart,
      Map<String, Entry> entries,
      Map<String, String> metadata) {
    this.file = file;
    this.channel = channel;
    this.dataStart = dataStart;
    this.entries = Collections.unmodifiableMap(entries);
    this.metadata = Collections.unmodifiableMap(metadata);
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws BadInputException if it is not a well-formed safetensors file
   */
  public static TensorFile open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return read(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static TensorFile read(Path file, FileChannel channel) throws IOException {
    long fileSize = channel.size();
    if (fileSize < Long.BYTES) {
      throw bad(file, "is shorter than the length of a header");
    }
    long headerSize = readFully(file, channel, 0, Long.BYTES).getLong();
    if (headerSize < 2 || headerSize > LARGEST_HEADER || headerSize > fileSize - Long.BYTES) {
      throw bad(file, "claims a header of " + Long.toUnsignedString(headerSize) + " bytes");
    }
    byte[] header = new byte[(int) headerSize];
    readFully(file, channel, Long.BYTES, header.length).get(header);
    Map<String, Entry> entries = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser json = factory.createParser(header)) {
      expect(file, json, JsonToken.START_OBJECT);
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (name.equals(METADATA)) {
          parseMetadata(file, json, metadata);
        } else {
          entries.put(name, parseEntry(file, json, name));
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw bad(file, "has something else than one object in its header");
      }
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          file + " has a header that is not valid JSON: " + e.getOriginalMessage(), REMEDY, e);
    }
    long dataStart = Long.BYTES + headerSize;
    checkCover(file, entries, fileSize - dataStart);
    return new TensorFile(file, channel, dataStart, entries, metadata);
  }

  private static void parseMetadata(Path file, JsonParser json, Map<String, String> metadata)
      throws IOException {
    expect(file, json, JsonToken.START_OBJECT);
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      metadata.put(key, text(file, json, METADATA));
    }
  }

  private static Entry parseEntry(Path file, JsonParser json, String name) throws IOException {
    expect(file, json, JsonToken.START_OBJECT);
    @Nullable ElementType type = null;
    @Nullable List<Long> shape = null;
    @Nullable List<Long> offsets = null;
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      switch (key) {
        case "dtype" -> type = type(file, name, text(file, json, name));
        case "shape" -> shape = numbers(file, json, name, MOST_DIMENSIONS);
        case "data_offsets" -> offsets = numbers(file, json, name, 2);
        default -> throw bad(file, "says '" + key + "' of tensor '" + name + "'");
      }
    }
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw bad(file, "lacks dtype, shape or data_offsets of tensor '" + name + "'");
    }
    return entry(file, name, type, shape, offsets.get(0), offsets.get(1));
  }

  private static Entry entry(
      Path file, String name, ElementType type, List<Long> shape, long begin, long end)
      throws BadInputException {
    List<Integer> sizes = new ArrayList<>();
    long bytes = type.bytes();
    try {
      for (long size : shape) {
        sizes.add(Math.toIntExact(size));
        bytes = Math.multiplyExact(bytes, size);
      }
    } catch (ArithmeticException e) {
      throw new BadInputException(
          file + " claims a tensor '" + name + "' of shape " + shape, REMEDY, e);
    }
    if (end < begin || end - begin != bytes) {
      throw bad(
          file,
          "gives tensor '" + name + "' bytes " + begin + " to " + end + ", but it needs " + bytes);
    }
    return new Entry(type, List.copyOf(sizes), begin, end);
  }

  private static ElementType type(Path file, String name, String word) throws BadInputException {
    for (ElementType type : ElementType.values()) {
      if (type.name().equals(word)) {
        return type;
      }
    }
    throw bad(file, "has a tensor '" + name + "' of unknown type " + word);
  }

  private static void checkCover(Path file, Map<String, Entry> entries, long dataSize)
      throws BadInputException {
    List<Map.Entry<String, Entry>> ordered = new ArrayList<>(entries.entrySet());
    ordered.sort(
        Comparator.comparingLong((Map.Entry<String, Entry> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long covered = 0;
    for (Map.Entry<String, Entry> entry : ordered) {
      if (entry.getValue().begin() != covered) {
        throw bad(file, "has a hole or an overlap before tensor '" + entry.getKey() + "'");
      }
      covered = entry.getValue().end();
    }
    if (covered != dataSize) {
      throw bad(file, "holds " + dataSize + " bytes of values, but its tensors take " + covered);
    }
  }

  private static void expect(Path file, JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw bad(file, "has a header that does not describe tensors");
    }
  }

  private static String text(Path file, JsonParser json, String name) throws IOException {
    String text = json.nextTextValue();
    if (text == null) {
      throw bad(file, "has something else than a text in '" + name + "'");
    }
    return text;
  }

  private static List<Long> numbers(Path file, JsonParser json, String name, int most)
      throws IOException {
    expect(file, json, JsonToken.START_ARRAY);
    List<Long> numbers = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_NUMBER_INT
        && numbers.size() < most
        && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
        && json.getLongValue() >= 0) {
      numbers.add(json.getLongValue());
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw bad(file, "has sizes or offsets of tensor '" + name + "' that are out of range");
    }
    return numbers;
  }

  private static BadInputException bad(Path file, String what) {
    return new BadInputException(file + " " + what + ".", REMEDY);
  }

  private static ByteBuffer readFully(Path file, FileChannel channel, long position, int count)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position + buffer.position());
      if (read < 0) {
        throw bad(file, "ends in the middle of its values");
      }
    }
    return buffer.flip();
  }

  /** Texts about the file as a whole, by name. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** All tensors by name, in the order of the header. */
  public Map<String, Entry> entries() {
    return entries;
  }

  /**
   * Reads a tensor of 32-bit floats.
   *
   * @param shape that it must have
   * @throws BadInputException if it is missing, of another type or shape, or has values that are
   *     not finite
   */
  public Tensor read(String name, List<Integer> shape) throws IOException {
    Entry entry = entries.get(name);
    if (entry == null) {
      throw bad(file, "has no tensor '" + name + "'");
    }
    if (entry.type() != ElementType.F32 || !entry.shape().equals(shape)) {
      throw bad(
          file,
          "has a tensor '"
              + name
              + "' of "
              + entry.type()
              + " "
              + entry.shape()
              + ", but F32 "
              + shape
              + " is wanted");
    }
    float[] values = new float[Tensor.size(shape)];
    int done = 0;
    while (done < values.length) {
      int count = Math.min(values.length - done, CHUNK / Float.BYTES);
      long position = dataStart + entry.begin() + (long) Float.BYTES * done;
      readFully(file, channel, position, count * Float.BYTES)
          .asFloatBuffer()
          .get(values, done, count);
      done += count;
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw bad(file, "has a value in tensor '" + name + "' that is not a finite number");
      }
    }
    return Tensor.of(shape, values);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
