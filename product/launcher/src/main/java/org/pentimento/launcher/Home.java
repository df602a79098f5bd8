package org.pentimento.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Where the installed product lies.
 *
 * @param folder with {@code bundles}, {@code lib} and {@code etc}
 */
record Home(Path folder) {
  /** The home of the running launcher: the folder above the one its jar lies in. */
  static Home ofLauncher() {
    try {
      URI jar = Home.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path lib = Path.of(jar).toAbsolutePath().getParent();
      Path home = lib == null ? null : lib.getParent();
      if (home == null) {
        throw new IllegalStateException("the launcher lies in no folder");
      }
      return new Home(home);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place of the launcher is no path", e);
    }
  }

  /**
   * The bundles of a face and those that were dropped into the product or by the user, by name:
   * jars, or unpacked as folders.
   */
  List<Path> bundles(Face face) throws IOException {
    List<Path> bundles = new ArrayList<>(in(folder.resolve("bundles").resolve(face.word())));
    bundles.addAll(in(folder.resolve("dropins")));
    bundles.addAll(in(dropins()));
    return bundles;
  }

  private static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Home::isBundle).sorted().toList();
    }
  }

  private static boolean isBundle(Path file) {
    return file.toString().endsWith(".jar")
        || Files.isRegularFile(file.resolve("META-INF/MANIFEST.MF"));
  }

  /**
   * A short name of exactly the bundles of a face, from their names, sizes and times. A checksum
   * does: whoever could forge one can replace the bundles themselves.
   */
  String build(Face face) throws IOException {
    CRC32C names = new CRC32C();
    CRC32C versions = new CRC32C();
    for (Path jar : bundles(face)) {
      BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
      names.update(jar.toString().getBytes(StandardCharsets.UTF_8));
      versions.update(
          ByteBuffer.allocate(2 * Long.BYTES)
              .putLong(file.size())
              .putLong(file.lastModifiedTime().toMillis())
              .flip());
    }
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits((int) names.getValue()) + hex.toHexDigits((int) versions.getValue());
  }

  /** The builds of all faces. */
  Set<String> builds() throws IOException {
    Set<String> builds = new HashSet<>();
    for (Face face : Face.values()) {
      builds.add(build(face));
    }
    return builds;
  }

  /** Where everything that can be made anew is kept. */
  static Path cache() {
    return ofUser("XDG_CACHE_HOME", ".cache");
  }

  /** Where a user drops bundles in that stay when the product is replaced by a newer one. */
  static Path dropins() {
    return ofUser("XDG_DATA_HOME", ".local/share").resolve("dropins");
  }

  /** Where logs are kept, and jobs that go on in the background. */
  static Path state() {
    return ofUser("XDG_STATE_HOME", ".local/state");
  }

  /** Where choices are kept that hold for all faces. */
  static Path config() {
    return ofUser("XDG_CONFIG_HOME", ".config");
  }

  private static Path ofUser(String variable, String otherwise) {
    String xdg = System.getenv(variable);
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home")).resolve(otherwise)
            : Path.of(xdg);
    return base.resolve("pentimento");
  }
}
