package org.pentimento.dataset.codec.header;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.pentimento.api.BadInputException;

/** Reads the header of an image file without decoding it, and checks it against the limits. */
public final class ImageFile {
  private static final int FIRST_READ = 16 * 1024;
  private static final String REPLACE =
      "Get a whole copy of the file, or take a copy of the data set without it.";

  private ImageFile() {}

  /**
   * Reads size and orientation from the first 16 KB and checks the last bytes. The whole file is
   * read only where the header is longer or the file does not end as files of its kind do.
   *
   * @throws BadInputException if it is no image, ends too early, or is larger than is allowed
   * @throws IOException if it cannot be read
   */
  public static ImageHeader header(Path file) throws IOException {
    byte[] start = head(file, FIRST_READ);
    boolean whole = start.length < FIRST_READ;
    ImageHeader header;
    try {
      header = checked(file, HeaderParser.parse(Bytes.of(start)));
    } catch (NotAnImageException e) {
      throw notAnImage(file, e.reason());
    } catch (EOFException e) {
      if (whole) {
        throw truncated(file, e);
      }
      header = header(file, content(file));
    }
    if (whole || !Completeness.endsAsUsual(header.kind(), tail(file))) {
      requireComplete(file, header.kind(), whole ? start : content(file));
    }
    return header;
  }

  private static void requireComplete(Path file, FileKind kind, byte[] content)
      throws BadInputException {
    try {
      Completeness.check(kind, content);
    } catch (NotAnImageException e) {
      throw notAnImage(file, e.reason());
    } catch (EOFException e) {
      throw truncated(file, e);
    }
  }

  /** Reads size and orientation from the whole content of a file. */
  public static ImageHeader header(Path file, byte[] content) throws IOException {
    try {
      return checked(file, HeaderParser.parse(Bytes.of(content)));
    } catch (NotAnImageException e) {
      throw notAnImage(file, e.reason());
    } catch (EOFException e) {
      throw truncated(file, e);
    }
  }

  /** Reads the whole content of a file, if it is not larger than 256 MB. */
  public static byte[] content(Path file) throws IOException {
    byte[] content = head(file, (int) ImageLimits.LARGEST_FILE + 1);
    if (content.length > ImageLimits.LARGEST_FILE) {
      throw new BadInputException(
          file + " is larger than 256 MB, the most an image file may have.",
          "Take a copy of the data set in which the picture is smaller, or left out.");
    }
    return content;
  }

  private static byte[] tail(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      ByteBuffer tail = ByteBuffer.allocate(Completeness.TAIL);
      channel.position(Math.max(0, channel.size() - tail.capacity()));
      while (tail.hasRemaining() && channel.read(tail) >= 0) {
        continue;
      }
      return Arrays.copyOf(tail.array(), tail.position());
    }
  }

  private static byte[] head(Path file, int most) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + " is a folder, not an image.", "Name an image file.");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(most);
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          file + " is not there.", "Check the path, and whether the disk is mounted.", e);
    } catch (AccessDeniedException e) {
      throw new BadInputException(
          file + " must not be read by this user.", "Give yourself read permission for it.", e);
    }
    if (head.length == 0) {
      throw new BadInputException(file + " is empty.", REPLACE);
    }
    return head;
  }

  private static ImageHeader checked(Path file, ImageHeader header) throws BadInputException {
    Optional<String> fault = ImageLimits.fault(header.storedWidth(), header.storedHeight());
    if (fault.isPresent()) {
      throw new BadInputException(
          file + " " + fault.get() + ".",
          "Take a copy of the data set in which the picture is scaled down, or left out.");
    }
    return header;
  }

  /** The error for a file whose content is no image; {@code why} completes the sentence. */
  public static BadInputException notAnImage(Path file, String why) {
    return new BadInputException(file + " is not an image that can be read: " + why + ".", REPLACE);
  }

  /** The error for a file that ends too early. */
  public static BadInputException truncated(Path file, Throwable cause) {
    return new BadInputException(
        file + " is truncated: it ends before the picture does.",
        "Copy or download the file again, or take a copy of the data set without it.",
        cause);
  }

  /** The error for a file that no decoder can read; {@code why} completes the sentence. */
  public static BadInputException damaged(Path file, String why, Throwable cause) {
    return new BadInputException(file + " is damaged: " + why + ".", REPLACE, cause);
  }
}
