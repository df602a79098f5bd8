package org.pentimento.casefile.log;

import static java.util.Objects.requireNonNull;

import org.pentimento.casefile.store.Sha256;

/**
 * How far somebody has read the log.
 *
 * @param number of the last entry that was read, 0 if none
 * @param hash of that entry, 64 zeros if none
 * @param offset of the byte after that entry's line
 */
public record LogPosition(long number, String hash, long offset) {
  /** Before the first entry. */
  public static final LogPosition START = new LogPosition(0, Sha256.ZEROS, 0);

  /** Refuses null. */
  public LogPosition {
    requireNonNull(hash, "hash");
  }
}
