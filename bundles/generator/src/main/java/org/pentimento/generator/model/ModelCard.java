package org.pentimento.generator.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;

/**
 * What {@code model.json} says about a model; the weights lie in another file.
 *
 * @param generator id of the generator that made it
 * @param version of that generator
 * @param settings it was trained with, complete
 * @param width of the images it was trained on
 * @param height of the images it was trained on
 * @param provenance what is known about how it was made
 */
public record ModelCard(
    String generator,
    String version,
    Map<String, Object> settings,
    int width,
    int height,
    Map<String, String> provenance) {
  /** Name of the file in a model's folder. */
  public static final String FILE = "model.json";

  private static final int FORMAT = 1;
  private static final int LARGEST_FILE = 1 << 20;
  private static final int LARGEST_SIDE = 1 << 14;
  private static final String REMEDY = "Use the folder as it was written, or train the model anew.";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Copies the maps; settings are kept in the order of their names. */
  public ModelCard {
    settings = new TreeMap<>(settings);
    provenance = new LinkedHashMap<>(provenance);
  }

  /** Writes the card with a list of the tensors; equal cards give equal bytes. */
  void write(Path folder, Map<String, List<Integer>> tensors, long parameters, ImagePacking packing)
      throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("pentimento-model", FORMAT);
    root.putObject("generator").put("id", generator).put("version", version);
    root.set("settings", JSON.valueToTree(settings));
    root.putObject("trained-on").put("width", width).put("height", height);
    describe(root.putObject("input"), "photo: red, green, blue", 3, packing);
    describe(root.putObject("output"), "sketch: grey", 1, packing);
    root.put("parameters", parameters);
    ObjectNode shapes = root.putObject("tensors");
    tensors.forEach((name, shape) -> shapes.set(name, JSON.valueToTree(shape)));
    root.set("provenance", JSON.valueToTree(provenance));
    byte[] bytes = (writer().writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    Path temporary = folder.resolve(FILE + ".part");
    Files.write(temporary, bytes);
    Files.move(
        temporary,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void describe(ObjectNode node, String what, int planes, ImagePacking packing) {
    node.put("what", what).put("planes", planes);
    node.put("layout", "batch, planes, height, width");
    node.put("black", packing.low()).put("white", packing.high());
    node.put("side-multiple-of", packing.multiple()).put("smallest-side", packing.minimum());
  }

  private static ObjectWriter writer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines));
  }

  /**
   * Reads the id of the generator that a folder's model is of.
   *
   * @throws BadInputException if there is no card that can be read
   */
  public static String generatorOf(Path folder) throws IOException {
    return generatorText(
        folder.resolve(FILE), object(parse(folder.resolve(FILE)), folder, "generator"), "id");
  }

  /**
   * Reads a card.
   *
   * @param descriptor of the generator that it must be of
   * @throws BadInputException if the card is damaged or of another generator or version
   */
  public static ModelCard read(Path folder, Descriptor descriptor) throws IOException {
    Path file = folder.resolve(FILE);
    JsonNode root = parse(file);
    JsonNode generator = object(root, folder, "generator");
    String id = generatorText(file, generator, "id");
    String version = generatorText(file, generator, "version");
    if (!id.equals(descriptor.id()) || !sameMajor(version, descriptor.version())) {
      throw new BadInputException(
          file
              + " is of generator "
              + id
              + " "
              + version
              + ", not of "
              + descriptor.id()
              + " "
              + descriptor.version()
              + ".",
          "Open it with the generator it was made by.");
    }
    JsonNode size = object(root, folder, "trained-on");
    return new ModelCard(
        id,
        version,
        settings(file, object(root, folder, "settings"), descriptor),
        side(file, size, "width"),
        side(file, size, "height"),
        texts(file, object(root, folder, "provenance")));
  }

  private static JsonNode parse(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST_FILE + 1);
    }
    if (bytes.length > LARGEST_FILE) {
      throw new BadInputException(file + " is too large to describe a model.", REMEDY);
    }
    try {
      JsonNode root = JSON.readTree(bytes);
      if (root.path("pentimento-model").asInt(0) == FORMAT) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          file + " is not valid JSON: " + e.getOriginalMessage(), REMEDY, e);
    }
    throw new BadInputException(
        file + " does not describe a model of format " + FORMAT + ".", REMEDY);
  }

  private static Map<String, Object> settings(Path file, JsonNode node, Descriptor descriptor)
      throws BadInputException {
    Map<String, Object> given = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      JsonNode value = entry.getValue();
      if (!value.isValueNode() || value.isNull()) {
        throw bad(file, "settings." + entry.getKey());
      }
      given.put(
          entry.getKey(),
          value.isNumber()
              ? value.numberValue()
              : value.isBoolean() ? (Object) value.booleanValue() : value.asText());
    }
    try {
      return Settings.of(descriptor, given).values();
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(file + ": " + e.getMessage() + ".", REMEDY, e);
    }
  }

  private static JsonNode object(JsonNode root, Path folder, String key) throws BadInputException {
    JsonNode node = root.path(key);
    if (!node.isObject()) {
      throw bad(folder.resolve(FILE), key);
    }
    return node;
  }

  private static String generatorText(Path file, JsonNode generator, String key)
      throws BadInputException {
    JsonNode value = generator.path(key);
    if (!value.isTextual()) {
      throw bad(file, "generator." + key);
    }
    return value.textValue();
  }

  private static int side(Path file, JsonNode node, String key) throws BadInputException {
    JsonNode value = node.path(key);
    if (!value.canConvertToInt()
        || !value.isIntegralNumber()
        || value.intValue() < 1
        || value.intValue() > LARGEST_SIDE) {
      throw bad(file, "trained-on." + key);
    }
    return value.intValue();
  }

  private static Map<String, String> texts(Path file, JsonNode node) throws BadInputException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getValue().isTextual()) {
        throw bad(file, "provenance." + entry.getKey());
      }
      texts.put(entry.getKey(), entry.getValue().textValue());
    }
    return texts;
  }

  private static boolean sameMajor(String version, String other) {
    return version.split("\\.", 2)[0].equals(other.split("\\.", 2)[0]);
  }

  private static BadInputException bad(Path file, String key) {
    return new BadInputException(file + " lacks '" + key + "' or has it wrong.", REMEDY);
  }
}
