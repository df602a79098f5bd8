package org.pentimento.equinox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The cache of all {@code plugin.xml} files. Eclipse tells from a time stamp of Equinox whether it
 * still fits; without one it would show the extensions of bundles that have changed since.
 */
final class RegistryCache {
  private static final String KEY = "bundles.sha256";
  private static final List<String> CACHES =
      List.of("org.eclipse.core.runtime", "org.eclipse.equinox.app");

  private final Path configuration;
  private final String key;

  RegistryCache(Path configuration, String key) {
    this.configuration = configuration;
    this.key = key;
  }

  /** The cache of these bundles; each counts by name, version, place and when it was changed. */
  static RegistryCache of(BundleContext context, Path configuration) {
    MessageDigest digest = sha256();
    Arrays.stream(context.getBundles())
        .sorted(Comparator.comparing(Bundle::getLocation))
        .map(
            b ->
                b.getLocation()
                    + " "
                    + b.getSymbolicName()
                    + " "
                    + b.getVersion()
                    + " "
                    + b.getLastModified()
                    + "\n")
        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    return new RegistryCache(configuration, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Deletes the cache unless it was written with exactly these bundles. */
  void discardIfBundlesChanged() throws IOException {
    Path file = configuration.resolve(KEY);
    if (Files.exists(file) && Files.readString(file).equals(key)) {
      return;
    }
    for (String cache : CACHES) {
      delete(configuration.resolve(cache));
    }
    Files.writeString(file, key);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
