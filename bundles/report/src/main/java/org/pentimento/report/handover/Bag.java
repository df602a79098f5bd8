package org.pentimento.report.handover;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/**
 * A bag that is being filled: a folder with a payload in {@code data} and lists of its hashes, in
 * the BagIt packaging format, version 1.0 (RFC 8493).
 */
final class Bag {
  private static final String PAYLOAD = "data/";
  private static final int CHUNK = 1 << 16;

  private final Path folder;
  private final Progress progress;
  private final Map<String, String> payload = new TreeMap<>();
  private final Map<String, String> tags = new TreeMap<>();
  private long octets;

  /**
   * Begins a bag.
   *
   * @param folder that is there and empty
   * @param progress is advanced by the bytes of the payload
   */
  Bag(Path folder, Progress progress) {
    this.folder = folder;
    this.progress = progress;
  }

  /** Copies a file into the payload under a name with {@code /} between folders. */
  void copy(Path file, String name) throws IOException, CancelledException {
    try (InputStream in = Files.newInputStream(file)) {
      put(in, name);
    }
  }

  /** Writes a file of the payload. */
  void write(String name, byte[] content) throws IOException, CancelledException {
    put(new java.io.ByteArrayInputStream(content), name);
  }

  /** SHA-256 of the files of the payload so far, by their names below {@code data}. */
  Map<String, String> payload() {
    Map<String, String> files = new TreeMap<>();
    payload.forEach((name, sha) -> files.put(name.substring(PAYLOAD.length()), sha));
    return files;
  }

  /**
   * Writes the lists and what the bag says of itself.
   *
   * @param about by the names that RFC 8493 reserves, section 2.2.2
   */
  void finish(Map<String, String> about) throws IOException {
    tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    StringBuilder info = new StringBuilder();
    about.forEach((name, value) -> info.append(name).append(": ").append(line(value)).append('\n'));
    info.append("Payload-Oxum: ").append(octets).append('.').append(payload.size()).append('\n');
    tag("bag-info.txt", info.toString());
    tag("manifest-sha256.txt", list(payload));
    Map<String, String> listed = new TreeMap<>(tags);
    Files.writeString(folder.resolve("tagmanifest-sha256.txt"), list(listed));
  }

  private void put(InputStream in, String name) throws IOException, CancelledException {
    Path target = folder.resolve(PAYLOAD + name);
    Files.createDirectories(target.resolveSibling("."));
    MessageDigest sha = sha256();
    try (OutputStream out =
        new DigestOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW), sha)) {
      byte[] part = new byte[CHUNK];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        progress.checkCancelled();
        out.write(part, 0, read);
        octets += read;
        progress.advance(read);
      }
    }
    payload.put(PAYLOAD + name, HexFormat.of().formatHex(sha.digest()));
  }

  private void tag(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve(name), bytes, StandardOpenOption.CREATE_NEW);
    tags.put(name, HexFormat.of().formatHex(sha256().digest(bytes)));
  }

  /** What breaks a line or is the sign of an escape is escaped as RFC 8493 says, section 2.1.3. */
  private static String list(Map<String, String> files) {
    StringBuilder list = new StringBuilder();
    files.forEach(
        (name, sha) ->
            list.append(sha)
                .append("  ")
                .append(name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D"))
                .append('\n'));
    return list.toString();
  }

  private static String line(String value) {
    return value.replaceAll("\\s+", " ").strip();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
