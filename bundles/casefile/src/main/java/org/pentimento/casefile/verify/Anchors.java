package org.pentimento.casefile.verify;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.store.Sha256;

/**
 * What is known from outside a case: what nobody can change who has only the case.
 *
 * @param receipt of the case that was kept elsewhere
 * @param key fingerprint of a key that has to sign the case: SHA-256 of its X.509
 *     SubjectPublicKeyInfo, 64 lower-case hexadecimal digits
 */
public record Anchors(Optional<Path> receipt, Optional<String> key) {
  /** Nothing is known. */
  public static final Anchors NONE = new Anchors(Optional.empty(), Optional.empty());

  /** A receipt alone. */
  public static Anchors receipt(Path file) {
    return new Anchors(Optional.of(file), Optional.empty());
  }

  /**
   * What a person gave.
   *
   * @throws BadInputException if the fingerprint is none
   */
  public static Anchors given(Optional<Path> receipt, Optional<String> fingerprint)
      throws BadInputException {
    Optional<String> key =
        fingerprint.map(text -> text.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT));
    if (key.isPresent() && !Sha256.isHex(key.get())) {
      throw new BadInputException(
          "'" + fingerprint.get() + "' is no fingerprint of a key.",
          "Give the SHA-256 of the public key, 64 hexadecimal digits, as verify prints it.");
    }
    return new Anchors(receipt, key);
  }
}
