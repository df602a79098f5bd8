package org.pentimento.dataset.codec.header;

import java.io.EOFException;
import java.util.Optional;

/**
 * A TIFF file of 32-bit floating-point values, changed so that a decoder takes the values for whole
 * numbers of the same bits. Decoders cut floating-point values at 0 and 1 without a word; their
 * bits, they leave alone.
 *
 * @param asIntegers the file with its values declared as whole numbers, of which 0 is black
 * @param whiteIsZero whether 0 means white in the file as it is
 */
public record FloatTiff(byte[] asIntegers, boolean whiteIsZero) {
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLE_FORMAT = 339;
  private static final int FLOAT = 3;

  /** Changes a copy of the file; empty if its values are no floating-point values. */
  public static Optional<FloatTiff> of(byte[] tiff) throws EOFException {
    Bytes bytes = Bytes.of(tiff.clone());
    Bytes ordered = bytes.startsWith("II", 0) ? bytes.littleEndian() : bytes;
    long directory = ordered.u32(4);
    boolean floats = false;
    boolean whiteIsZero = false;
    for (int i = 0; i < ordered.u16(directory); i++) {
      long at = directory + 2 + 12L * i;
      int tag = ordered.u16(at);
      long count = ordered.u32(at + 4);
      long where = count > 2 ? ordered.u32(at + 8) : at + 8;
      if (tag == SAMPLE_FORMAT && ordered.u16(where) == FLOAT) {
        floats = true;
        for (int k = 0; k < Math.min(count, 8); k++) {
          put(ordered, where + 2L * k, 1);
        }
      } else if (tag == PHOTOMETRIC && ordered.u16(where) == 0) {
        whiteIsZero = true;
        put(ordered, where, 1);
      }
    }
    return floats ? Optional.of(new FloatTiff(ordered.data(), whiteIsZero)) : Optional.empty();
  }

  private static void put(Bytes bytes, long at, int value) throws EOFException {
    bytes.u16(at);
    boolean big = bytes.order() == java.nio.ByteOrder.BIG_ENDIAN;
    bytes.data()[(int) at] = (byte) (big ? 0 : value);
    bytes.data()[(int) at + 1] = (byte) (big ? value : 0);
  }
}
