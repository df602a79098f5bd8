package org.pentimento.casefile.store;

import static java.util.Objects.requireNonNull;

/**
 * A file of a data set.
 *
 * @param path relative to the data set's folder, with {@code /} between names
 * @param size in bytes
 * @param sha256 of its content
 */
public record ListedFile(String path, long size, String sha256) {
  /** Refuses null. */
  public ListedFile {
    requireNonNull(path, "path");
    requireNonNull(sha256, "sha256");
  }
}
