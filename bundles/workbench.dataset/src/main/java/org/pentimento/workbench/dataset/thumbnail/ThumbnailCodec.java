package org.pentimento.workbench.dataset.thumbnail;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;

/**
 * Packs the pixels of small pictures, so that they are read as fast as they are shown: differences
 * of neighbouring values, deflated. The checksum of the zlib format (RFC 1950) reveals damage.
 */
final class ThumbnailCodec {
  private ThumbnailCodec() {}

  /** The pixels of photo and sketch, packed; without their sizes. */
  static byte[] pack(PairPictures thumbnail) {
    byte[] photo = differences(thumbnail.photo());
    byte[] sketch = differences(thumbnail.sketch());
    byte[] all = Arrays.copyOf(photo, photo.length + sketch.length);
    System.arraycopy(sketch, 0, all, photo.length, sketch.length);
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(all);
      deflater.finish();
      byte[] out = new byte[all.length + 64 + all.length / 100];
      int length = 0;
      while (!deflater.finished()) {
        if (length == out.length) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        length += deflater.deflate(out, length, out.length - length);
      }
      return Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }

  /**
   * Restores pixels.
   *
   * @param photo with the size of the photo, to be filled
   * @param sketch with the size of the sketch, to be filled
   * @return whether the bytes are undamaged and of these sizes
   */
  static boolean unpack(byte[] packed, Picture photo, Picture sketch) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      boolean whole =
          fill(inflater, photo.pixels())
              && fill(inflater, sketch.pixels())
              && inflater.inflate(new byte[1]) == 0 // reads the checksum
              && inflater.finished();
      sum(photo);
      sum(sketch);
      return whole;
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private static boolean fill(Inflater inflater, byte[] to) throws DataFormatException {
    int length = 0;
    while (length < to.length) {
      int more = inflater.inflate(to, length, to.length - length);
      if (more == 0) {
        return false;
      }
      length += more;
    }
    return true;
  }

  /** Each value less the one before it in its plane, which is small where the picture is smooth. */
  private static byte[] differences(Picture picture) {
    byte[] from = picture.pixels();
    byte[] to = from.clone();
    for (int i = from.length - 1; i >= picture.planes(); i--) {
      to[i] = (byte) (from[i] - from[i - picture.planes()]);
    }
    return to;
  }

  private static void sum(Picture picture) {
    byte[] differences = picture.pixels();
    for (int i = picture.planes(); i < differences.length; i++) {
      differences[i] += differences[i - picture.planes()];
    }
  }
}
