package org.pentimento.dataset.codec;

import java.io.EOFException;
import org.pentimento.api.image.Image;

/**
 * Reads PGM and PPM, plain (P2, P3) and raw (P5, P6), of up to 16 bits (Netpbm's pgm(5), ppm(5)).
 * Of a file with several images the first counts.
 */
final class PnmReader {
  private static final int LARGEST_MAXIMUM = 65_535;

  private final Bytes bytes;
  private long at;

  private PnmReader(Bytes bytes) {
    this.bytes = bytes;
    this.at = 2;
  }

  static boolean isPnm(Bytes bytes) {
    if (bytes.length() < 3 || bytes.data()[0] != 'P') {
      return false;
    }
    int digit = bytes.data()[1];
    return (digit == '2' || digit == '3' || digit == '5' || digit == '6')
        && isSpaceOrComment(bytes.data()[2]);
  }

  static ImageHeader header(Bytes bytes) throws EOFException, NotAnImageException {
    PnmReader reader = new PnmReader(bytes);
    long width = reader.number();
    long height = reader.number();
    return new ImageHeader(FileKind.PNM, width, height, 1);
  }

  /** Decodes; the size has been checked against the limits. */
  static Image decode(Bytes bytes) throws EOFException, NotAnImageException {
    return new PnmReader(bytes).image();
  }

  private Image image() throws EOFException, NotAnImageException {
    int variant = bytes.u8(1) - '0';
    int width = (int) number();
    int height = (int) number();
    int maximum = (int) number();
    if (maximum < 1 || maximum > LARGEST_MAXIMUM) {
      throw new NotAnImageException("its maximum value is " + maximum + ", not 1 to 65535");
    }
    boolean raw = variant >= 5;
    int planes = variant == 3 || variant == 6 ? 3 : 1;
    if (raw) {
      at++; // exactly one white space
    }
    int pixels = width * height;
    int sampleSize = maximum > 255 ? 2 : 1;
    if (raw && at + (long) pixels * planes * sampleSize > bytes.length()) {
      throw new EOFException("pixels are missing");
    }
    float[] data = new float[pixels * planes];
    for (int i = 0; i < pixels; i++) {
      for (int p = 0; p < planes; p++) {
        long value;
        if (raw) {
          value = sampleSize == 1 ? bytes.u8(at) : bytes.u16(at);
          at += sampleSize;
        } else {
          value = number();
        }
        if (value > maximum) {
          throw new NotAnImageException("a value is " + value + ", above its maximum " + maximum);
        }
        data[p * pixels + i] = (float) value / maximum;
      }
    }
    return Image.of(width, height, planes, data);
  }

  /** The next decimal number, after white space and comments. */
  private long number() throws EOFException, NotAnImageException {
    int c = bytes.u8(at);
    while (isSpaceOrComment(c)) {
      if (c == '#') {
        while (c != '\n' && c != '\r') {
          c = bytes.u8(++at);
        }
      }
      c = bytes.u8(++at);
    }
    long number = 0;
    int digits = 0;
    while (c >= '0' && c <= '9' && digits < 10) {
      number = number * 10 + (c - '0');
      digits++;
      at++;
      if (at >= bytes.length()) {
        return number; // the last number of a plain file may end it
      }
      c = bytes.u8(at);
    }
    if (digits == 0) {
      throw new NotAnImageException("there is no number at byte " + at);
    }
    return number;
  }

  private static boolean isSpaceOrComment(int c) {
    return c == '#' || c == ' ' || c >= '\t' && c <= '\r';
  }
}
