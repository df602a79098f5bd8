package org.pentimento.api.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;

/**
 * A trained model as it lies on disk: {@code model.json}, which says what it is, and {@code
 * model.safetensors}, which holds its weights as 32-bit numbers. For generators that would not
 * write these files by hand; equal models give equal bytes.
 *
 * @param settings that it was trained with
 * @param width of the images that it was trained on
 * @param height of the images that it was trained on
 * @param provenance what is known about its making
 * @param weights by name, in the order in which they are written
 */
public record ModelFolder(
    Settings settings,
    int width,
    int height,
    Map<String, String> provenance,
    Map<String, Weights> weights) {
  private static final String CARD = "model.json";
  private static final String TENSORS = "model.safetensors";
  private static final int FORMAT = 1;
  private static final int LARGEST_CARD = 1 << 20;
  private static final long LARGEST_FILE = 1L << 30;
  private static final String REMEDY = "Use the folder as it was written, or train the model anew.";

  /** Keeps copies that nobody changes. */
  public ModelFolder {
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /**
   * Numbers that were learned.
   *
   * @param shape lengths of the axes, each at least 1; empty for one number
   * @param values as many as the shape says, the last axis running fastest; finite
   */
  @SuppressWarnings("ArrayRecordComponent") // millions of them, handed on as they are
  public record Weights(List<Integer> shape, float[] values) {
    /** Refuses values that are not as many as the shape says. */
    public Weights {
      shape = List.copyOf(shape);
      long wanted = 1;
      for (int length : shape) {
        wanted *= length;
      }
      if (values.length != wanted) {
        throw new IllegalArgumentException(values.length + " values for the shape " + shape);
      }
    }
  }

  /** How many numbers were learned. */
  public long parameters() {
    return weights.values().stream().mapToLong(w -> w.values().length).sum();
  }

  /**
   * Writes both files.
   *
   * @param folder that exists
   * @param generator that made the model
   */
  public void write(Path folder, Descriptor generator) throws IOException {
    Map<String, Object> tensors = new LinkedHashMap<>();
    Map<String, Object> shapes = new LinkedHashMap<>();
    int end = 0;
    for (Map.Entry<String, Weights> entry : weights.entrySet()) {
      int from = end;
      end = Math.addExact(end, Math.multiplyExact(4, entry.getValue().values().length));
      shapes.put(entry.getKey(), entry.getValue().shape());
      Map<String, Object> tensor = new LinkedHashMap<>();
      tensor.put("dtype", "F32");
      tensor.put("shape", entry.getValue().shape());
      tensor.put("data_offsets", List.of(from, end));
      tensors.put(entry.getKey(), tensor);
    }
    byte[] header = PlainJson.write(tensors).getBytes(UTF_8);
    int padded = (header.length + 7) / 8 * 8;
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.addExact(8 + padded, end)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(header).put(" ".repeat(padded - header.length).getBytes(UTF_8));
    for (Weights one : weights.values()) {
      for (float value : one.values()) {
        bytes.putFloat(value);
      }
    }
    put(folder.resolve(TENSORS), bytes.array());
    Map<String, Object> card = new LinkedHashMap<>();
    card.put("pentimento-model", FORMAT);
    card.put("generator", ordered("id", generator.id(), "version", generator.version()));
    card.put("settings", settings.values());
    card.put("trained-on", ordered("width", width, "height", height));
    card.put("parameters", parameters());
    card.put("tensors", shapes);
    card.put("provenance", provenance);
    put(folder.resolve(CARD), (PlainJson.write(card) + "\n").getBytes(UTF_8));
  }

  private static Map<String, Object> ordered(String a, Object one, String b, Object other) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(a, one);
    map.put(b, other);
    return map;
  }

  private static void put(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads both files. Treats them as hostile.
   *
   * @param generator that must have made the model, in a version with the same major number
   * @throws BadInputException if the model is damaged or of another generator
   */
  public static ModelFolder read(Path folder, Descriptor generator) throws IOException {
    Path card = folder.resolve(CARD);
    Map<?, ?> root = document(card, new String(bytes(card, LARGEST_CARD), UTF_8));
    Map<?, ?> by = map(card, root, "generator");
    String version = String.valueOf(by.get("version"));
    if (!generator.id().equals(by.get("id"))
        || !major(version).equals(major(generator.version()))) {
      throw new BadInputException(
          card
              + " is of generator "
              + by.get("id")
              + " "
              + version
              + ", not of "
              + generator.id()
              + " "
              + generator.version()
              + ".",
          "Open it with the generator it was made by.");
    }
    Map<String, Object> given = new LinkedHashMap<>();
    map(card, root, "settings").forEach((key, value) -> given.put(String.valueOf(key), value));
    Map<String, String> provenance = new LinkedHashMap<>();
    map(card, root, "provenance")
        .forEach((key, value) -> provenance.put(String.valueOf(key), String.valueOf(value)));
    Map<?, ?> size = map(card, root, "trained-on");
    try {
      return new ModelFolder(
          Settings.of(generator, given),
          (int) whole(card, size.get("width")),
          (int) whole(card, size.get("height")),
          provenance,
          weights(folder.resolve(TENSORS)));
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(card + ": " + e.getMessage() + ".", REMEDY, e);
    }
  }

  /**
   * The weights of a name.
   *
   * @param shape that they must have
   * @throws BadInputException if they are not there, or of another shape
   */
  public float[] weights(String name, List<Integer> shape) throws BadInputException {
    Weights found = weights.get(name);
    if (found == null || !found.shape().equals(shape)) {
      throw new BadInputException(
          "The model has no weights '" + name + "' of the shape " + shape + ".", REMEDY);
    }
    return found.values();
  }

  private static Map<String, Weights> weights(Path file) throws IOException {
    byte[] all = bytes(file, LARGEST_FILE);
    ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    long header = all.length < 8 ? -1 : bytes.getLong();
    if (header < 2 || header > all.length - 8) {
      throw damaged(file);
    }
    int data = 8 + (int) header;
    Map<String, Weights> weights = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry :
        document(file, new String(all, 8, (int) header, UTF_8)).entrySet()) {
      String name = String.valueOf(entry.getKey());
      if (!name.equals("__metadata__")) {
        weights.put(name, tensor(file, entry.getValue(), bytes, data));
      }
    }
    return weights;
  }

  private static Weights tensor(Path file, Object described, ByteBuffer bytes, int data)
      throws BadInputException {
    if (!(described instanceof Map<?, ?> tensor)
        || !"F32".equals(tensor.get("dtype"))
        || !(tensor.get("shape") instanceof List<?> lengths)
        || !(tensor.get("data_offsets") instanceof List<?> ends)
        || ends.size() != 2) {
      throw damaged(file);
    }
    List<Integer> shape = new ArrayList<>();
    for (Object length : lengths) {
      shape.add((int) whole(file, length));
    }
    long from = whole(file, ends.get(0));
    long to = whole(file, ends.get(1));
    if (from > to || to > bytes.limit() - data || (to - from) % 4 != 0) {
      throw damaged(file);
    }
    float[] values = new float[(int) ((to - from) / 4)];
    for (int i = 0; i < values.length; i++) {
      values[i] = bytes.getFloat(data + (int) from + 4 * i);
      if (!Float.isFinite(values[i])) {
        throw damaged(file);
      }
    }
    try {
      return new Weights(shape, values);
    } catch (IllegalArgumentException e) {
      throw damaged(file);
    }
  }

  private static byte[] bytes(Path file, long most) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("There is no " + file + ".", REMEDY);
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) > most) {
        throw new BadInputException(file + " is too large.", REMEDY);
      }
      return in.readAllBytes();
    }
  }

  private static Map<?, ?> document(Path file, String text) throws BadInputException {
    try {
      if (PlainJson.read(text) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (IllegalArgumentException e) {
      throw new BadInputException(file + " is damaged: " + e.getMessage() + ".", REMEDY, e);
    }
    throw damaged(file);
  }

  private static Map<?, ?> map(Path file, Map<?, ?> root, String key) throws BadInputException {
    if (root.get(key) instanceof Map<?, ?> map) {
      return map;
    }
    throw damaged(file);
  }

  private static long whole(Path file, @Nullable Object value) throws BadInputException {
    if (value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE) {
      return number;
    }
    throw damaged(file);
  }

  private static BadInputException damaged(Path file) {
    return new BadInputException(file + " is damaged.", REMEDY);
  }

  private static String major(String version) {
    return version.replaceFirst("\\..*", "");
  }
}
