package org.pentimento.protocol.listing;

import java.nio.file.Path;

/**
 * What is kept of a data set outside of its case, to open it fast: a folder in the user's cache
 * that may be deleted at any time. Its name is the data set's digest, so what is in it stays true
 * wherever the data set lies.
 */
public final class DatasetCache {
  private DatasetCache() {}

  /**
   * The folder of a data set; it may not exist.
   *
   * @param digest of its record, hexadecimal
   */
  public static Path folder(String digest) {
    if (!digest.matches("[0-9a-f]{8,128}")) {
      throw new IllegalArgumentException("no digest: " + digest);
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.resolve("pentimento").resolve("datasets").resolve(digest);
  }
}
