package org.pentimento.casefile.proficiency;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * The truth about the exhibits of a proficiency test. Sealed, it is a text in Base64, so that
 * nobody reads it by accident; its SHA-256 in the custody log commits to it, and the salt keeps
 * anybody from trying out truths until one has that hash. It is no secret from whoever decodes it:
 * a sealed file on one's own disk keeps honest people honest.
 *
 * @param schema {@value #SCHEMA}
 * @param salt 32 random bytes, hexadecimal
 * @param exhibits what each is
 */
public record SealedTruth(int schema, String salt, List<Exhibit> exhibits) {
  /** The schema that is written. */
  public static final int SCHEMA = 1;

  private static final int SALT_BYTES = 32;

  /** Refuses null. */
  public SealedTruth {
    requireNonNull(salt, "salt");
    exhibits = List.copyOf(exhibits);
  }

  /**
   * An exhibit.
   *
   * @param name of the data set or model in the case
   * @param truth what it is
   * @param recipe how it was made, by name, so that it can be made again
   */
  public record Exhibit(String name, ExhibitTruth truth, Map<String, String> recipe) {
    /** Refuses null. */
    public Exhibit {
      requireNonNull(name, "name");
      requireNonNull(truth, "truth");
      requireNonNull(recipe, "recipe");
    }
  }

  /** The truth with a salt that nobody knows. */
  public static SealedTruth of(List<Exhibit> exhibits) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return new SealedTruth(SCHEMA, HexFormat.of().formatHex(salt), exhibits);
  }

  /** As it lies in the case until it is opened. */
  public byte[] sealed() {
    return Base64.getMimeEncoder().encode(CanonicalJson.bytes(this));
  }

  /**
   * Opens a seal.
   *
   * @param sealed as {@link #sealed} gave it
   * @throws BadInputException if it holds something else
   */
  public static SealedTruth open(byte[] sealed) throws BadInputException {
    try {
      return CanonicalJson.read(
          Base64.getMimeDecoder().decode(new String(sealed, StandardCharsets.US_ASCII)),
          SealedTruth.class);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "This is no sealed truth of a proficiency test.", "Take an unchanged copy.", e);
    }
  }
}
