package org.pentimento.model.confined;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The jars of bundles, from which a plain Java process can be started without a framework. */
final class Jars {
  private Jars() {}

  /**
   * Files of the bundles of some symbolic names; outside a framework the whole class path.
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
      jars.add(
          Arrays.stream(own.getBundleContext().getBundles())
              .filter(b -> name.equals(b.getSymbolicName()))
              .findFirst()
              .map(b -> file(b.getLocation()))
              .filter(Files::isRegularFile)
              .orElseThrow(() -> new IOException("the bundle " + name + " lies in no file")));
    }
    return jars;
  }

  private static Path file(String location) {
    String uri = location.startsWith("reference:") ? location.substring(10) : location;
    return uri.startsWith("file:") ? Path.of(URI.create(uri)) : Path.of(uri);
  }
}
