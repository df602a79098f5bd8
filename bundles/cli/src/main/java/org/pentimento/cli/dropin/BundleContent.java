package org.pentimento.cli.dropin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a jar, or in a folder that is one unpacked. Nothing of it is run.
 *
 * @param root where its files begin
 * @param opened what to close; null for a folder
 */
record BundleContent(Path root, @Nullable FileSystem opened) implements AutoCloseable {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  static BundleContent open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return new BundleContent(file, null);
    }
    FileSystem jar = FileSystems.newFileSystem(file);
    return new BundleContent(jar.getPath("/"), jar);
  }

  /** Its manifest, empty if it has none. */
  Manifest manifest() throws IOException {
    Path file = root.resolve(MANIFEST);
    if (!Files.isRegularFile(file)) {
      return new Manifest();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new Manifest(in);
    }
  }

  /** A header of a manifest, without its directives and attributes; empty if there is none. */
  static String plainHeader(Manifest manifest, String name) {
    String value = header(manifest, name);
    int end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip();
  }

  /** A header of a manifest; empty if there is none. */
  static String header(Manifest manifest, String name) {
    String value = manifest.getMainAttributes().getValue(name);
    return value == null ? "" : value.strip();
  }

  boolean has(String name) {
    return Files.exists(root.resolve(name));
  }

  /** The descriptions of components that its manifest names. */
  List<Path> componentFiles(Manifest manifest) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String named : header(manifest, "Service-Component").split(",", -1)) {
      if (!named.isBlank()) {
        files.addAll(matching(named.strip()));
      }
    }
    return files;
  }

  private List<Path> matching(String named) throws IOException {
    int slash = named.lastIndexOf('/');
    String last = named.substring(slash + 1);
    if (!last.contains("*")) {
      return List.of(root.resolve(named));
    }
    Path folder = slash < 0 ? root : root.resolve(named.substring(0, slash));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Pattern pattern = Pattern.compile(Pattern.quote(last).replace("*", "\\E.*\\Q"));
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> pattern.matcher(String.valueOf(f.getFileName())).matches())
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }
}
