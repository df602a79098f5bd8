package org.pentimento.protocol.catalogue;

/**
 * Somebody who signed every file of a jar.
 *
 * @param subject who that is by the certificate, which nobody checked
 * @param key SHA-256 of the certificate's public key, in hexadecimal digits
 * @param trusted whether the user accepted this key
 */
public record Signer(String subject, String key, boolean trusted) {
  /** What it means to accept a key, for whoever is about to. */
  public static final String MEANING =
      "Whatever is signed with this key, now or later, may do what you may: read and change your"
          + " files, the cases included, use the network, start programs, and add to the window."
          + " Nothing of it is locked in. Trust a key only if its owner told you its SHA-256 in a"
          + " way that you can rely on.";

  /** Who it is and whether it is trusted, in one line for a person. */
  public String words() {
    return subject
        + ", key "
        + key
        + (trusted ? ", which you trust" : ", which you have not accepted");
  }
}
