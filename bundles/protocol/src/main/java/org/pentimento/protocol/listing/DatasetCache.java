package org.pentimento.protocol.listing;

import java.nio.file.Path;

/**
 * What is kept of a data set outside of its case, to open it fast: a folder in the user's cache
 * that may be deleted at any time. Its name is the data set's digest, so what is in it stays true
 * wherever the data set lies.
 *
 * @param user the user's folder for files that may be deleted at any time
 */
public record DatasetCache(Path user) {
  /**
   * The folder of a data set; it may not exist.
   *
   * @param digest of its record, hexadecimal
   */
  public Path folder(String digest) {
    if (!digest.matches("[0-9a-f]{8,128}")) {
      throw new IllegalArgumentException("no digest: " + digest);
    }
    return user.resolve("pentimento").resolve("datasets").resolve(digest);
  }
}
