package org.pentimento.dataset.codec;

import java.io.EOFException;
import org.pentimento.api.image.Image;
import org.pentimento.dataset.codec.header.Bytes;
import org.pentimento.dataset.codec.header.NotAnImageException;
import org.pentimento.dataset.codec.header.PnmScanner;

/**
 * Decodes PGM and PPM, plain and raw, of up to 16 bits; of a file with several images the first
 * one. Every sample is divided by the maximum that the file states, whatever it is.
 */
final class PnmReader {
  private static final int LARGEST_MAXIMUM = 65_535;

  private PnmReader() {}

  /**
   * Decodes the pixels.
   *
   * @param bytes a whole file whose size has been checked against the limits
   * @throws EOFException if pixels are missing
   * @throws NotAnImageException if a value is above the maximum, or the maximum is not 1 to 65535
   */
  static Image decode(Bytes bytes) throws EOFException, NotAnImageException {
    PnmScanner scanner = new PnmScanner(bytes);
    int variant = bytes.u8(1) - '0';
    int width = (int) scanner.number();
    int height = (int) scanner.number();
    int maximum = (int) scanner.number();
    if (maximum < 1 || maximum > LARGEST_MAXIMUM) {
      throw new NotAnImageException("its maximum value is " + maximum + ", not 1 to 65535");
    }
    boolean raw = variant >= 5;
    int planes = variant == 3 || variant == 6 ? 3 : 1;
    int pixels = width * height;
    int sampleSize = maximum > 255 ? 2 : 1;
    if (raw) {
      scanner.skipOne();
      if ((long) pixels * planes * sampleSize > scanner.left()) {
        throw new EOFException("pixels are missing");
      }
    }
    float[] data = new float[pixels * planes];
    for (int i = 0; i < pixels; i++) {
      for (int p = 0; p < planes; p++) {
        long value = raw ? scanner.sample(sampleSize) : scanner.number();
        if (value > maximum) {
          throw new NotAnImageException("a value is " + value + ", above its maximum " + maximum);
        }
        data[p * pixels + i] = (float) value / maximum;
      }
    }
    return Image.of(width, height, planes, data);
  }
}
