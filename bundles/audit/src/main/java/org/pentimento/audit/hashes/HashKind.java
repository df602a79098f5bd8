package org.pentimento.audit.hashes;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of hashes in lists, the weakest first. */
public enum HashKind {
  /** MD5, 32 digits; files of the same hash can be made on purpose. */
  MD5("MD5", 32),
  /** SHA-1, 40 digits; files of the same hash can be made on purpose, at great cost. */
  SHA_1("SHA-1", 40),
  /** SHA-256, 64 digits. */
  SHA_256("SHA-256", 64);

  private final String word;
  private final int digits;

  HashKind(String word, int digits) {
    this.word = word;
    this.digits = digits;
  }

  /** Its name, as standards and Java write it. */
  public String word() {
    return word;
  }

  /** The kind of a hash by its number of hexadecimal digits; empty if it is none. */
  static Optional<HashKind> of(String text) {
    return Arrays.stream(values())
        .filter(k -> text.length() == k.digits && text.matches("[0-9a-fA-F]+"))
        .findFirst();
  }

  /** The kind that the title of a column names, such as {@code MD5 Hash}. */
  static Optional<HashKind> named(String title) {
    String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return Arrays.stream(values())
        .filter(k -> plain.contains(k.word.toLowerCase(Locale.ROOT).replace("-", "")))
        .findFirst();
  }

  MessageDigest digest() {
    try {
      return MessageDigest.getInstance(word);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + word, e);
    }
  }
}
