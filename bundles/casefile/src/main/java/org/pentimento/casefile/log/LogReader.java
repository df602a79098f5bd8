package org.pentimento.casefile.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;

/** Reads the finished lines of a log, one at a time, while somebody may be adding to it. */
public final class LogReader implements Closeable {
  /** Longest line of a log in bytes; longer content belongs in a blob. */
  public static final int MAX_LINE = 16 << 20;

  private final Path file;
  private final SeekableByteChannel channel;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long position;

  /** Reads from a byte offset at which a line begins. */
  public LogReader(Path file, long offset) throws IOException {
    this.file = file;
    this.channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    this.channel.position(offset);
    this.position = offset;
  }

  /**
   * The next finished line without its line break; null if there is none yet. May be called again.
   *
   * @throws BadInputException if a line is longer than {@link #MAX_LINE}
   */
  public byte @Nullable [] next() throws IOException {
    int searched = start;
    while (true) {
      for (int i = searched; i < end; i++) {
        if (buffer[i] == '\n') {
          byte[] line = Arrays.copyOfRange(buffer, start, i);
          position += i + 1 - start;
          start = i + 1;
          return line;
        }
      }
      int length = end - start;
      if (length > MAX_LINE) {
        throw new BadInputException(
            file + ": the line at byte " + position + " is longer than " + MAX_LINE + " bytes.",
            "The log was changed after it was written; use an unchanged copy of the case.");
      }
      if (!fill()) {
        return null;
      }
      searched = start + length;
    }
  }

  /** Byte offset after the last finished line. */
  public long position() {
    return position;
  }

  /** What follows the last finished line, once {@link #next} gave null. */
  public byte[] tail() {
    return Arrays.copyOfRange(buffer, start, end);
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = channel.read(ByteBuffer.wrap(buffer, end, buffer.length - end));
    if (count <= 0) {
      return false;
    }
    end += count;
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
