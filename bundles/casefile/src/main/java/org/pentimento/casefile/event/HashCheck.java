package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How the files of a data set compared with a list of hashes when they came into the case.
 *
 * @param file name of the list as it was given
 * @param list SHA-256 of the blob with the list
 * @param kinds of hashes that were compared, such as {@code SHA-256}
 * @param matches number of files whose content is listed
 * @param misses number of entries whose content no file has
 * @param extras number of files whose content is not listed
 * @param details SHA-256 of the blob with {@link Details}
 */
public record HashCheck(
    String file,
    String list,
    List<String> kinds,
    int matches,
    int misses,
    int extras,
    String details) {
  /**
   * What did not match.
   *
   * @param misses entries whose content no file has
   * @param extras paths of files whose content is not listed
   */
  public record Details(List<HashMiss> misses, List<String> extras) {}

  /** Refuses null. */
  public HashCheck {
    requireNonNull(file, "file");
    requireNonNull(list, "list");
    requireNonNull(details, "details");
    kinds = List.copyOf(kinds);
  }

  /** Whether every file is listed and every entry is there. */
  public boolean agrees() {
    return misses == 0 && extras == 0;
  }
}
