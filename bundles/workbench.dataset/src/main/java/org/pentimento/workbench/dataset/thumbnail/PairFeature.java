package org.pentimento.workbench.dataset.thumbnail;

import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;

/** What is kept of a pair to tell how much it looks like others: photo and sketch, very small. */
final class PairFeature {
  /** Bytes of a feature: two pictures of 8 by 8 grey values. */
  static final int BYTES = 128;

  private static final int SIDE = 8;
  private static final int HALF = SIDE * SIDE;

  private PairFeature() {}

  /** The feature of a pair; of any size of its pictures. */
  static byte[] of(PairPictures pictures) {
    byte[] feature = new byte[BYTES];
    shrink(pictures.photo(), feature, 0);
    shrink(pictures.sketch(), feature, HALF);
    return feature;
  }

  /** Means of the grey values over 8 by 8 fields. */
  private static void shrink(Picture picture, byte[] into, int from) {
    long[] sums = new long[HALF];
    int[] counts = new int[HALF];
    int planes = picture.planes();
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int field = y * SIDE / picture.height() * SIDE + x * SIDE / picture.width();
        int at = (y * picture.width() + x) * planes;
        int sum = 0;
        for (int p = 0; p < planes; p++) {
          sum += picture.pixels()[at + p] & 0xff;
        }
        sums[field] += Math.round((double) sum / planes);
        counts[field]++;
      }
    }
    for (int field = 0; field < HALF; field++) {
      // A picture of fewer than 8 pixels leaves fields empty: grey says nothing of them.
      into[from + field] = (byte) (counts[field] == 0 ? 128 : sums[field] / counts[field]);
    }
  }

  /**
   * How unlike two pairs are: the root of the mean squared difference of their grey values, in 0 to
   * 255, after the brightness of each picture is taken away.
   *
   * @param all features one behind another
   * @param one number of a pair
   * @param other number of a pair
   */
  static double distance(byte[] all, int one, int other) {
    double sum = 0;
    for (int part = 0; part < BYTES; part += HALF) {
      int a = one * BYTES + part;
      int b = other * BYTES + part;
      double shift = mean(all, a) - mean(all, b);
      for (int i = 0; i < HALF; i++) {
        double difference = (all[a + i] & 0xff) - (all[b + i] & 0xff) - shift;
        sum += difference * difference;
      }
    }
    return Math.sqrt(sum / BYTES);
  }

  private static double mean(byte[] all, int from) {
    long sum = 0;
    for (int i = 0; i < HALF; i++) {
      sum += all[from + i] & 0xff;
    }
    return (double) sum / HALF;
  }
}
