package org.pentimento.workbench.descriptors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.ExtensionCatalogue.SetAside;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.DisabledExtensions;

/**
 * Keeps what a headless process of the product said about the installed extensions, until a bundle
 * changes. The window itself loads no extension.
 */
final class DescriptorCache {
  private static final long PATIENCE_SECONDS = 60;

  private final List<String> command;
  private final List<Path> folders;
  private final Path cache;
  private final DisabledExtensions disabled;

  /**
   * A cache for a product.
   *
   * @param command starts the product
   * @param folders in which there can be jars with extensions
   * @param cache folder for the answers
   * @param disabled extensions that are not in use
   */
  DescriptorCache(
      List<String> command, List<Path> folders, Path cache, DisabledExtensions disabled) {
    this.disabled = disabled;
    this.command = command;
    this.folders = List.copyOf(folders);
    this.cache = cache;
  }

  /**
   * Reads the answer that fits the present bundles; asks a process if there is none, which takes
   * seconds. Not for the display's thread.
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

  /** The newest answer, even if bundles have changed since; empty if there is none. */
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

  /** Changes with any file that can hold extensions, and with what is disabled. */
  private String digest() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        String line = file + " " + version(file) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    digest.update(disabled.all().toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** Size and time of a file, or of a link that leads nowhere. */
  private static String version(Path file) throws IOException {
    LinkOption[] how =
        Files.exists(file) ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class, how);
    return read.size() + " " + read.lastModifiedTime();
  }

  /**
   * Reads an answer. What breaks the rules for descriptors is set aside, and the others are read.
   */
  static ExtensionCatalogue parse(byte[] json) throws IOException {
    JsonNode root = new JsonMapper().readTree(json);
    if (!root.path("extensions").isArray()) {
      throw new IOException("the answer of the process is no list of extensions");
    }
    List<InstalledExtension> installed = new ArrayList<>();
    List<SetAside> setAside = new ArrayList<>();
    for (JsonNode node : root.path("extensions")) {
      try {
        installed.add(WireJson.read(node, InstalledExtension.class));
      } catch (JsonProcessingException e) {
        setAside.add(
            new SetAside(
                node.path("kind").asText(), node.path("id").asText(), e.getOriginalMessage()));
      }
    }
    for (JsonNode node : root.path("setAside")) {
      setAside.add(WireJson.read(node, SetAside.class));
    }
    List<DropIn> dropIns = new ArrayList<>();
    for (JsonNode node : root.path("dropIns")) {
      dropIns.add(WireJson.read(node, DropIn.class));
    }
    return new ExtensionCatalogue(
        List.copyOf(installed), List.copyOf(setAside), List.copyOf(dropIns));
  }
}
