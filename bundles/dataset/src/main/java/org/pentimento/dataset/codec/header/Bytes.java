package org.pentimento.dataset.codec.header;

import java.io.EOFException;
import java.nio.ByteOrder;

/**
 * Bytes of a file, read with a check of bounds. Reading past the end throws an {@link
 * EOFException}: either the file is truncated, or more of it has to be fetched.
 *
 * @param data the bytes
 * @param order of numbers of more than one byte
 */
public record Bytes(byte[] data, ByteOrder order) {
  /** Bytes whose numbers are big-endian. */
  public static Bytes of(byte[] data) {
    return new Bytes(data, ByteOrder.BIG_ENDIAN);
  }

  Bytes littleEndian() {
    return new Bytes(data, ByteOrder.LITTLE_ENDIAN);
  }

  /** Number of bytes. */
  public int length() {
    return data.length;
  }

  /** The unsigned byte at a place. */
  public int u8(long at) throws EOFException {
    if (at < 0 || at >= data.length) {
      throw new EOFException("byte " + at + " of " + data.length);
    }
    return data[(int) at] & 0xff;
  }

  /** The unsigned number of two bytes at a place. */
  public int u16(long at) throws EOFException {
    int first = u8(at);
    int second = u8(at + 1);
    return order == ByteOrder.BIG_ENDIAN ? first << 8 | second : second << 8 | first;
  }

  long u32(long at) throws EOFException {
    long first = u16(at);
    long second = u16(at + 2);
    return order == ByteOrder.BIG_ENDIAN ? first << 16 | second : second << 16 | first;
  }

  /** Whether the text stands at the place; false past the end. */
  boolean startsWith(String ascii, int at) {
    if (at + ascii.length() > data.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((data[at + i] & 0xff) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
