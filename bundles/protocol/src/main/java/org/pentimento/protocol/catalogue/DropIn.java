package org.pentimento.protocol.catalogue;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that somebody put among the extensions, and what became of it.
 *
 * @param file path of the file or folder
 * @param sha256 of its content, empty if it cannot be read
 * @param bundle symbolic name of the bundle, empty if it is none
 * @param version of the bundle, empty if it is none
 * @param vendor who made it, empty if that is not said
 * @param signers who signed every file of it; empty if nobody did
 * @param fate what became of it
 * @param confined how far it is locked in, or would be
 * @param reason why, as a clause; empty if there is nothing to say
 */
public record DropIn(
    String file,
    String sha256,
    String bundle,
    String version,
    String vendor,
    List<Signer> signers,
    Fate fate,
    Confined confined,
    String reason) {
  /** The file's name without its folder. */
  public String fileName() {
    return String.valueOf(Path.of(file).getFileName());
  }

  /** Whether the user accepted the key of somebody who signed it. */
  public boolean byTrustedVendor() {
    return signers.stream().anyMatch(Signer::trusted);
  }

  /** Who signed it, for a person. */
  public String signed() {
    return signers.isEmpty()
        ? "not signed"
        : String.join("; ", signers.stream().map(Signer::words).toList())
            + " (the name is as the certificate says; nobody checked who that is)";
  }

  /** What became of it and why, in one line for a person. */
  public String words() {
    return reason.isEmpty() ? fate.words() : fate.words() + ": " + reason;
  }
}
