package org.pentimento.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
   * The product's own bundles of a face, by name: jars, or unpacked as folders. Parts that compute
   * on GPUs, which come only when somebody asks for them, lie in folders of their own.
   */
  List<Path> bundles(Face face) throws IOException {
    List<Path> bundles = new ArrayList<>(in(folder.resolve("bundles").resolve(face.word())));
    if (face == Face.HEADLESS) {
      bundles.addAll(in(folder.resolve("parts")));
      bundles.addAll(in(ofUser("XDG_DATA_HOME", ".local/share").resolve("parts")));
    }
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

  /** A short name of exactly these bundles, from their names, sizes and times. */
  static String build(Collection<Path> bundles) throws IOException {
    Checksum names = new Checksum();
    Checksum versions = new Checksum();
    for (Path jar : bundles) {
      BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
      names.text(jar.toString());
      versions.number(file.size()).number(file.lastModifiedTime().toMillis());
    }
    return names.hex() + versions.hex();
  }

  /** A short name of the product's own bundles of a face. */
  String build(Face face) throws IOException {
    return build(bundles(face));
  }

  /** A short name of the bundles of a face and of others that are loaded with them. */
  String build(Face face, Load load) throws IOException {
    if (load.added().isEmpty()) {
      return build(face);
    }
    List<Path> all = new ArrayList<>(bundles(face));
    all.addAll(load.added());
    all.addAll(load.started());
    return build(all);
  }

  /** The builds that processes of this product begin with. */
  Set<String> builds() throws IOException {
    Set<String> builds = new HashSet<>();
    for (Face face : Face.values()) {
      builds.add(build(face));
    }
    DropIns dropIns = DropIns.of(this);
    String state = dropIns.state(build(Face.HEADLESS));
    builds.add(build(Face.WINDOW, Load.all(WindowParts.of(dropIns, state()).listed(state))));
    Optional<List<Path>> listed = dropIns.listed(state);
    if (listed.isPresent()) {
      builds.add(build(Face.HEADLESS, Load.all(listed.get())));
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
