package org.pentimento.equinox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The cache of all {@code plugin.xml} files. Eclipse tells from a time stamp of Equinox whether it
 * still fits; without one it would show the extensions of bundles that have changed since.
 */
final class RegistryCache {
  private static final String KEY = "bundles.txt";
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
    // As they are: a digest of them would have Java set up its cryptography during the start.
    StringBuilder bundles = new StringBuilder();
    Arrays.stream(context.getBundles())
        .sorted(Comparator.comparing(Bundle::getLocation))
        .forEach(
            bundle ->
                bundles
                    .append(bundle.getLocation())
                    .append(' ')
                    .append(bundle.getSymbolicName())
                    .append(' ')
                    .append(bundle.getVersion())
                    .append(' ')
                    .append(bundle.getLastModified())
                    .append('\n'));
    return new RegistryCache(configuration, bundles.toString());
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
