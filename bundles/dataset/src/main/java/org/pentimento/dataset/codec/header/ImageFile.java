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

/** An image file that has not been decoded: what its bytes say, with every limit checked. */
public final class ImageFile {
  private static final int GLANCE = 16 * 1024;
  private static final String REPLACE = "Replace the file or take it out of the data set.";

  private ImageFile() {}

  /**
   * Size and orientation from the first bytes of the file, after a look at its last ones; reads
   * more only where the header is longer than 16 KB or the file does not end as its kind does.
   *
   * @throws BadInputException if it is no image, ends too early, or is larger than is allowed
   * @throws IOException if it cannot be read
   */
  public static ImageHeader header(Path file) throws IOException {
    byte[] glance = head(file, GLANCE);
    boolean whole = glance.length < GLANCE;
    ImageHeader header;
    try {
      header = checked(file, HeaderParser.parse(Bytes.of(glance)));
    } catch (NotAnImageException e) {
      throw notAnImage(file, e.reason());
    } catch (EOFException e) {
      if (whole) {
        throw truncated(file, e);
      }
      header = header(file, content(file));
    }
    if (whole || !Completeness.endsAsUsual(header.kind(), tail(file))) {
      requireComplete(file, header.kind(), whole ? glance : content(file));
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

  /** The same from the whole content. */
  public static ImageHeader header(Path file, byte[] content) throws IOException {
    try {
      return checked(file, HeaderParser.parse(Bytes.of(content)));
    } catch (NotAnImageException e) {
      throw notAnImage(file, e.reason());
    } catch (EOFException e) {
      throw truncated(file, e);
    }
  }

  /** The whole content of a file, if it is not too large. */
  public static byte[] content(Path file) throws IOException {
    byte[] content = head(file, (int) ImageLimits.LARGEST_FILE + 1);
    if (content.length > ImageLimits.LARGEST_FILE) {
      throw new BadInputException(
          file + " is larger than 256 MB, the most an image file may have.",
          "Store the picture smaller, or take it out of the data set.");
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
          "Scale the picture down, or take it out of the data set.");
    }
    return header;
  }

  public static BadInputException notAnImage(Path file, String why) {
    return new BadInputException(file + " is not an image that can be read: " + why + ".", REPLACE);
  }

  public static BadInputException truncated(Path file, Throwable cause) {
    return new BadInputException(
        file + " is truncated: it ends before the picture does.",
        "Copy or download the file again, or take it out of the data set.",
        cause);
  }

  public static BadInputException damaged(Path file, String why, Throwable cause) {
    return new BadInputException(file + " is damaged: " + why + ".", REPLACE, cause);
  }
}
