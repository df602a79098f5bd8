package org.pentimento.model.confined;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Fragments that add native libraries to a bundle and lie unpacked, as folders. */
public final class Fragments {
  private Fragments() {}

  /**
   * The folder in which a file of an installed fragment lies; empty if there is no such file, and
   * outside a framework.
   *
   * @param host symbolic name of the bundle that the fragment adds to
   * @param file its path in the fragment
   */
  public static Optional<Path> folder(String host, String file) {
    Bundle own = FrameworkUtil.getBundle(Fragments.class);
    if (own == null) {
      return Optional.empty();
    }
    return Arrays.stream(own.getBundleContext().getBundles())
        .filter(b -> host.equals(Jars.host(b)))
        .map(b -> Jars.file(b.getLocation()).resolve(file))
        .filter(Files::isRegularFile)
        .map(f -> f.toAbsolutePath().getParent())
        .findFirst();
  }
}
