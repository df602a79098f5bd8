package org.pentimento.protocol.catalogue;

import java.nio.file.Path;

/**
 * A file that somebody put among the extensions, and what became of it.
 *
 * @param file path of the file or folder
 * @param sha256 of its content, empty if it cannot be read
 * @param bundle symbolic name of the bundle, empty if it is none
 * @param version of the bundle, empty if it is none
 * @param vendor who made it, empty if that is not said
 * @param fate what became of it
 * @param reason why, as a clause; empty if there is nothing to say
 */
public record DropIn(
    String file,
    String sha256,
    String bundle,
    String version,
    String vendor,
    Fate fate,
    String reason) {
  /** The file's name without its folder. */
  public String fileName() {
    return String.valueOf(Path.of(file).getFileName());
  }

  /** What became of it and why, in one line for a person. */
  public String words() {
    return reason.isEmpty() ? fate.words() : fate.words() + ": " + reason;
  }
}
