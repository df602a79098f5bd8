package org.pentimento.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The vendors whose signed extensions a person accepted: a file that its owner alone can read, with
 * a line {@code KEY SUBJECT} for each. A vendor is a key, since anybody can write any name into a
 * certificate.
 *
 * @param file need not exist
 */
public record TrustedVendors(Path file) {
  /** The accepted vendors of a user, by the folder of the settings of that user. */
  public static TrustedVendors in(Path configFolder) {
    return new TrustedVendors(configFolder.resolve("trusted-vendors"));
  }

  /**
   * The SHA-256 of a key as it is written in many ways, in one: 64 lower-case hexadecimal digits
   * without colons and spaces; empty if a text is none.
   */
  public static Optional<String> key(String text) {
    String plain = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
    return plain.matches("[0-9a-f]{64}") ? Optional.of(plain) : Optional.empty();
  }

  /** The subjects that were shown when they were accepted, by the SHA-256 of their keys. */
  public Map<String, String> all() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.strip().split(" ", 2);
        key(parts[0]).ifPresent(key -> all.put(key, parts.length > 1 ? parts[1] : ""));
      }
      return all;
    } catch (NoSuchFileException e) {
      return all;
    }
  }

  /**
   * Accepts a vendor, for processes that start from now on.
   *
   * @param key as {@link #key} gives it
   * @param subject one line
   */
  public void trust(String key, String subject) throws IOException {
    Map<String, String> all = all();
    if (!subject.equals(all.put(key, subject))) {
      write(all);
    }
  }

  /** Withdraws that; false if the vendor was not accepted. */
  public boolean distrust(String key) throws IOException {
    Map<String, String> all = all();
    boolean was = all.remove(key) != null;
    if (was) {
      write(all);
    }
    return was;
  }

  private void write(Map<String, String> all) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path part = Files.createTempFile(folder, "trusted-vendors", ".part"); // its owner's alone
    try {
      Files.writeString(
          part,
          all.entrySet().stream()
              .map(e -> (e.getKey() + " " + e.getValue()).strip() + "\n")
              .collect(Collectors.joining()));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
