package org.pentimento.casefile.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;

/**
 * Content by its SHA-256. A blob is written once, never changed, and there in full or not at all;
 * the same content is kept once. Safe for use from several threads.
 */
public final class Blobs {
  private static final int CHUNK = 1 << 16;

  /** Largest blob that {@link #read} takes into memory. */
  private static final long MAX_READ = 1L << 30;

  private final Layout layout;
  private final boolean writable;
  private final Set<String> added = ConcurrentHashMap.newKeySet();

  public Blobs(Layout layout, boolean writable) {
    this.layout = layout;
    this.writable = writable;
  }

  /**
   * Where a blob of a case lies, for whoever has not opened the case. Whether it is there is not
   * looked at.
   *
   * @param caseFolder folder of the case
   * @param sha SHA-256 of the blob, 64 hexadecimal digits
   */
  public static Path location(Path caseFolder, String sha) {
    return new Layout(caseFolder).blob(sha);
  }

  /** Stores content; durable when it returns. */
  public String put(byte[] content) throws IOException {
    return put(new ByteArrayInputStream(content));
  }

  /** Stores a copy of a file of any size; durable when it returns. */
  public String put(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return put(in);
    }
  }

  /** Stores the canonical JSON of a value, see {@link CanonicalJson#bytes}. */
  public String putJson(Object value) throws IOException {
    return put(CanonicalJson.bytes(value));
  }

  /** Whether a blob is there. Its content is not looked at. */
  public boolean contains(String sha) {
    return Sha256.isHex(sha) && Files.isRegularFile(layout.blob(sha), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Where a blob lies, for programs that read files themselves. Its content is not checked.
   *
   * @throws BadInputException if it is missing
   */
  public Path path(String sha) throws IOException {
    if (!contains(sha)) {
      throw missing(sha);
    }
    return layout.blob(sha);
  }

  /**
   * Reads a blob of any size. The stream checks the hash on the way: reading the end of a blob that
   * was changed throws a {@link BadInputException}.
   *
   * @throws BadInputException if it is missing
   */
  public InputStream open(String sha) throws IOException {
    if (!contains(sha)) {
      throw missing(sha);
    }
    try {
      return new CheckedStream(
          Channels.newInputStream(
              Files.newByteChannel(
                  layout.blob(sha), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))),
          sha);
    } catch (NoSuchFileException e) {
      throw missing(sha);
    }
  }

  /**
   * Reads a blob into memory.
   *
   * @throws BadInputException if it is missing, was changed, or is larger than 1 GB
   */
  public byte[] read(String sha) throws IOException {
    Path file = path(sha);
    if (Files.size(file) > MAX_READ) {
      throw new BadInputException(
          "The content " + sha + " is too large to be read at once.", "Read it as a stream.");
    }
    try (InputStream in = open(sha)) {
      return in.readAllBytes();
    }
  }

  /**
   * Reads a blob that {@link #putJson} stored.
   *
   * @throws BadInputException if it is missing, was changed, or holds what this version cannot read
   */
  public <T> T readJson(String sha, Class<T> type) throws IOException {
    byte[] content = read(sha);
    try {
      return CanonicalJson.read(content, type);
    } catch (BadInputException e) {
      throw otherwise(sha, e);
    }
  }

  /**
   * A blob whose hash is right holds something that this version cannot read.
   *
   * @param reading what reading it said
   */
  public static BadInputException otherwise(String sha, BadInputException reading) {
    return new BadInputException(
        "What is kept as " + sha + " is unchanged, but this version of Pentimento cannot read it.",
        "Another version of Pentimento wrote it; open the case with that version or a later one.",
        reading);
  }

  /** Blobs that were not there before and were stored through this object. */
  public Set<String> added() {
    return added;
  }

  private String put(InputStream content) throws IOException {
    if (!writable) {
      throw new IllegalStateException("The case is open for reading only");
    }
    Path temporary = layout.scratch().resolve(UUID.randomUUID().toString());
    try {
      String sha = copy(content, temporary);
      if (holdsUndamaged(sha, Files.size(temporary))) {
        Files.delete(temporary);
        return sha;
      }
      Path target = layout.blob(sha);
      Path folder = DurableFiles.folderOf(target);
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        OwnerOnly.createFolders(folder);
        DurableFiles.syncFolder(layout.blobs());
      }
      if (!temporary.toFile().setReadOnly()) {
        throw new IOException("Cannot make " + temporary + " read-only");
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      DurableFiles.syncFolder(folder);
      added.add(sha);
      return sha;
    } catch (IOException e) {
      Files.deleteIfExists(temporary);
      throw DurableFiles.explained(e, layout.blobs());
    }
  }

  /** A damaged blob is put right by storing its content again. */
  private boolean holdsUndamaged(String sha, long size) throws IOException {
    if (!contains(sha) || Files.size(layout.blob(sha)) != size) {
      return false;
    }
    try (InputStream in = open(sha)) {
      in.transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (BadInputException e) {
      return false;
    }
  }

  private static String copy(InputStream in, Path target) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (FileChannel out =
        OwnerOnly.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] chunk = new byte[CHUNK];
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
        ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, n);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      out.force(true);
    }
    return Sha256.hex(digest.digest());
  }

  private BadInputException missing(String sha) {
    return new BadInputException(
        "The content " + sha + " is missing in " + layout.blobs() + ".",
        "Verify the case, and restore the missing file from a copy.");
  }

  /** Compares hashes when the end is reached. */
  private static final class CheckedStream extends DigestInputStream {
    private final String sha;
    private boolean checked;

    CheckedStream(InputStream in, String sha) {
      super(in, Sha256.digest());
      this.sha = sha;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value < 0) {
        check();
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count < 0) {
        check();
      }
      return count;
    }

    /** Reads what is skipped, or the hash would not fit. */
    @Override
    public long skip(long count) throws IOException {
      return readNBytes((int) Math.min(count, CHUNK)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void check() throws BadInputException {
      if (checked) {
        return;
      }
      checked = true;
      String actual = Sha256.hex(digest.digest());
      if (!actual.equals(sha)) {
        throw new BadInputException(
            "The content " + sha + " was changed: it now has the hash " + actual + ".",
            "Verify the case, and restore the file from a copy.");
      }
    }
  }
}
