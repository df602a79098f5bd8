package org.pentimento.dataset.codec.header;

import java.io.EOFException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The first image file directory of TIFF data, which is also what EXIF data consist of (TIFF 6.0,
 * section 2). Only the first value of each short or long field is kept.
 */
final class TiffDirectory {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int ORIENTATION = 274;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int PREDICTOR = 317;
  private static final int SAMPLE_FORMAT = 339;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int UNSIGNED = 1;
  private static final int FLOAT = 3;
  private static final int UNDEFINED = 4;
  private static final int FLOAT_PREDICTOR = 3;
  private static final int MOST_SAMPLES = 8;
  private static final int MOST_BITS = 64;
  private static final int MOST_DIRECTORIES = 1000;

  private final Map<Integer, Long> fields;

  private TiffDirectory(Map<Integer, Long> fields) {
    this.fields = fields;
  }

  /**
   * Parses the directory of TIFF data that begin somewhere in a file.
   *
   * @throws NotAnImageException if the chain of directories goes in a circle
   */
  static TiffDirectory parse(Bytes bytes, int start) throws EOFException, NotAnImageException {
    Bytes ordered = bytes.startsWith("II", start) ? bytes.littleEndian() : bytes;
    Map<Integer, Long> fields = new HashMap<>();
    long directory = start + ordered.u32(start + 4L);
    int count = ordered.u16(directory);
    for (int i = 0; i < count; i++) {
      long at = directory + 2 + 12L * i;
      int type = ordered.u16(at + 2);
      long values = ordered.u32(at + 4);
      if (type == 3) {
        long where = values > 2 ? start + ordered.u32(at + 8) : at + 8;
        fields.putIfAbsent(ordered.u16(at), (long) ordered.u16(where));
      } else if (type == 4) {
        long where = values > 1 ? start + ordered.u32(at + 8) : at + 8;
        fields.putIfAbsent(ordered.u16(at), ordered.u32(where));
      }
    }
    checkChain(ordered, start, directory);
    return new TiffDirectory(fields);
  }

  private static void checkChain(Bytes bytes, int start, long first)
      throws EOFException, NotAnImageException {
    Set<Long> seen = new HashSet<>();
    long directory = first;
    while (directory != start) {
      if (!seen.add(directory) || seen.size() > MOST_DIRECTORIES) {
        throw new NotAnImageException("its TIFF directories do not end");
      }
      directory = start + bytes.u32(directory + 2 + 12L * bytes.u16(directory));
    }
  }

  /** The orientation, or 1 if the EXIF data are damaged: that is no reason to refuse a picture. */
  static int orientationOrUpright(Bytes bytes, int start) throws EOFException {
    try {
      return parse(bytes, start).orientation();
    } catch (EOFException | NotAnImageException e) {
      return 1;
    }
  }

  long width() {
    return fields.getOrDefault(WIDTH, 0L);
  }

  long height() {
    return fields.getOrDefault(HEIGHT, 0L);
  }

  int orientation() {
    long value = fields.getOrDefault(ORIENTATION, 1L);
    return value >= 1 && value <= 8 ? (int) value : 1;
  }

  /**
   * Refuses depths that decoders turn into another picture without a word.
   *
   * @throws NotAnImageException with the reason
   */
  void checkDepth() throws NotAnImageException {
    int bits = fields.getOrDefault(BITS_PER_SAMPLE, 1L).intValue();
    int format = fields.getOrDefault(SAMPLE_FORMAT, (long) UNSIGNED).intValue();
    boolean read =
        switch (format) {
          case UNSIGNED, UNDEFINED ->
              switch (fields.getOrDefault(PHOTOMETRIC, (long) BLACK_IS_ZERO).intValue()) {
                case WHITE_IS_ZERO -> Set.of(1, 2, 4, 8, 16, 32).contains(bits);
                case BLACK_IS_ZERO -> Set.of(1, 2, 4, 6, 8, 10, 12, 14, 16, 32).contains(bits);
                case RGB -> Set.of(2, 8, 10, 12, 14, 16, 32).contains(bits);
                default -> bits <= 16;
              };
          case FLOAT ->
              bits == 32
                  && fields.getOrDefault(PREDICTOR, 1L) != FLOAT_PREDICTOR
                  && fields.getOrDefault(PHOTOMETRIC, (long) BLACK_IS_ZERO) <= RGB;
          default -> false;
        };
    if (!read) {
      throw new NotAnImageException(
          "its TIFF values are "
              + switch (format) {
                case UNSIGNED, UNDEFINED -> "";
                case FLOAT -> "floating-point numbers ";
                default -> "signed or complex numbers ";
              }
              + "of "
              + bits
              + " bits, of which it is not known how black and white are written; store it with 8"
              + " or 16 bits");
    }
  }

  /** Refuses sizes for which a decoder would allocate memory without bounds. */
  void checkLayout() throws NotAnImageException {
    long samples = fields.getOrDefault(SAMPLES_PER_PIXEL, 1L);
    long bits = fields.getOrDefault(BITS_PER_SAMPLE, 1L);
    if (samples < 1 || samples > MOST_SAMPLES || bits < 1 || bits > MOST_BITS) {
      throw new NotAnImageException(
          "its TIFF header names " + samples + " samples of " + bits + " bits a pixel");
    }
    long tile = fields.getOrDefault(TILE_WIDTH, 0L) * fields.getOrDefault(TILE_HEIGHT, 0L);
    if (tile > ImageLimits.MOST_PIXELS) {
      throw new NotAnImageException("its TIFF tiles have " + tile + " pixels");
    }
  }
}
