package org.pentimento.workbench.descriptors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pentimento.audit.DisabledExtensions;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Installed;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Parameter;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.SetAside;

/**
 * The descriptors of all extensions. No extension is loaded into the window: a headless process of
 * the product is asked once, and its answer is kept until a bundle changes.
 */
final class DescriptorCache {
  private static final long PATIENCE_SECONDS = 60;

  private final List<String> command;
  private final Path home;
  private final Path cache;
  private final DisabledExtensions disabled;

  /**
   * Descriptors of a product.
   *
   * @param command starts it
   * @param home where it is installed
   * @param cache folder of the window's own
   * @param disabled what is to be left out
   */
  DescriptorCache(List<String> command, Path home, Path cache, DisabledExtensions disabled) {
    this.disabled = disabled;
    this.command = command;
    this.home = home;
    this.cache = cache;
  }

  /**
   * From the cache if it fits, else from a process. Takes seconds; not for the display's thread.
   */
  ExtensionCatalogue read() throws IOException, InterruptedException {
    Path kept = cache.resolve("extensions-" + digest() + ".json");
    if (!Files.exists(kept)) {
      Files.createDirectories(cache);
      Path part = Files.createTempFile(cache, "extensions", ".part");
      ask(part);
      parse(Files.readAllBytes(part)); // so that nothing is kept that cannot be read
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    return parse(Files.readAllBytes(kept));
  }

  /** What was told last, of whatever bundles; empty if nothing was. */
  Optional<ExtensionCatalogue> latest() {
    if (!Files.isDirectory(cache)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(cache)) {
      Optional<Path> newest =
          files
              .filter(f -> f.toString().endsWith(".json"))
              .max(Comparator.comparing(f -> f.toFile().lastModified()));
      return newest.isEmpty()
          ? Optional.empty()
          : Optional.of(parse(Files.readAllBytes(newest.get())));
    } catch (IOException e) {
      return Optional.empty(); // the process will be asked
    }
  }

  private void ask(Path answer) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(command);
    line.add("extensions");
    line.add("--json");
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the process did not answer within " + PATIENCE_SECONDS + " s");
    }
    if (process.exitValue() != 0) {
      throw new IOException("the process ended with status " + process.exitValue());
    }
  }

  /** Of names, sizes and times of all jars that can bring extensions, and of what is disabled. */
  private String digest() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
    for (Path folder :
        List.of(home.resolve("bundles").resolve("headless"), home.resolve("dropins"))) {
      for (Path jar : jars(folder)) {
        String line = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    digest.update(disabled.all().toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  private static List<Path> jars(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Reads an answer; what an extension may have said wrongly must not break the window. */
  static ExtensionCatalogue parse(byte[] json) throws IOException {
    JsonNode root = new JsonMapper().readTree(json);
    if (!root.path("extensions").isArray()) {
      throw new IOException("the process said something that is no list of extensions");
    }
    List<Installed> installed =
        items(root.path("extensions")).map(DescriptorCache::installed).toList();
    List<SetAside> setAside =
        items(root.path("setAside"))
            .map(n -> new SetAside(text(n, "kind"), text(n, "type"), text(n, "reason")))
            .toList();
    return new ExtensionCatalogue(installed, setAside);
  }

  private static Installed installed(JsonNode node) {
    return new Installed(
        text(node, "kind"),
        text(node, "id"),
        text(node, "name"),
        text(node, "version"),
        text(node, "summary"),
        text(node, "citation"),
        node.path("makesItsPairs").asBoolean(),
        items(node.path("needs")).map(JsonNode::asText).toList(),
        items(node.path("parameters")).map(DescriptorCache::parameter).toList(),
        text(node, "vendor"),
        text(node, "file"));
  }

  private static Parameter parameter(JsonNode node) {
    return new Parameter(
        text(node, "id"),
        text(node, "name"),
        text(node, "type"),
        text(node, "unit"),
        text(node, "allowed"),
        node.path("minimum").asDouble(Double.NaN),
        node.path("maximum").asDouble(Double.NaN),
        items(node.path("choices")).map(JsonNode::asText).toList(),
        text(node, "default"),
        text(node, "help"));
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
