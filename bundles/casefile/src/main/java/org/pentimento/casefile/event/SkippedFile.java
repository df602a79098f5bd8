package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * A file of a data set that did not become part of a pair.
 *
 * @param file path relative to the data set's folder
 * @param reason why, as a sentence for a person
 */
public record SkippedFile(String file, String reason) {
  /** Refuses null. */
  public SkippedFile {
    requireNonNull(file, "file");
    requireNonNull(reason, "reason");
  }

  /** The file and why, with the file once: most reasons begin with it. */
  public String words() {
    return reason.startsWith(file) ? reason : file + ": " + reason;
  }
}
