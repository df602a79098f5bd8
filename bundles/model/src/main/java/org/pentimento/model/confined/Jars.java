package org.pentimento.model.confined;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** The jars of bundles, from which a plain Java process can be started without a framework. */
final class Jars {
  private Jars() {}

  /**
   * Files of the bundles of some symbolic names ({@code system.bundle} for the framework) and of
   * their fragments; outside a framework the whole class path.
   *
   * @throws IOException if a bundle is not here or does not lie in a file
   */
  static List<Path> of(List<String> names) throws IOException {
    Bundle own = FrameworkUtil.getBundle(Jars.class);
    if (own == null) {
      return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
          .map(Path::of)
          .map(Path::toAbsolutePath)
          .filter(Files::exists)
          .toList();
    }
    List<Path> jars = new ArrayList<>();
    for (String name : names) {
      if (name.equals(Constants.SYSTEM_BUNDLE_SYMBOLICNAME)) {
        jars.add(framework());
        continue;
      }
      List<Path> found =
          Arrays.stream(own.getBundleContext().getBundles())
              .filter(b -> name.equals(b.getSymbolicName()) || name.equals(host(b)))
              .map(b -> file(b.getLocation()))
              .filter(Files::isRegularFile)
              .toList();
      if (found.isEmpty()) {
        throw new IOException("the bundle " + name + " lies in no file");
      }
      jars.addAll(found);
    }
    return jars;
  }

  /** The framework's own jar; its bundle has no location. */
  private static Path framework() throws IOException {
    CodeSource source = Bundle.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IOException("the framework lies in no file");
    }
    return Path.of(URI.create(source.getLocation().toString()));
  }

  /** The bundle that a fragment belongs to. */
  static @Nullable String host(Bundle bundle) {
    String host = bundle.getHeaders("").get(Constants.FRAGMENT_HOST);
    return host == null ? null : host.replaceFirst(";.*", "").strip();
  }

  static Path file(String location) {
    String uri = location.startsWith("reference:") ? location.substring(10) : location;
    return uri.startsWith("file:") ? Path.of(URI.create(uri)) : Path.of(uri);
  }
}
