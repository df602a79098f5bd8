package org.pentimento.casefile.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Sha256 {
  /** What precedes the first entry of a log. */
  public static final String ZEROS = "0".repeat(64);

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  public static String of(byte[] content) {
    return hex(digest().digest(content));
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  public static boolean isHex(String text) {
    return text.length() == 64 && HEX.matcher(text).matches();
  }
}
