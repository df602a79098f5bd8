package org.pentimento.workbench.inspection.pattern;

import org.pentimento.protocol.question.Picture;

/** Mixes two pictures. */
final class Blend {
  private Blend() {}

  /**
   * A picture between two of one size.
   *
   * @param share of the second, in [0, 1]
   */
  static Picture of(Picture first, Picture second, double share) {
    byte[] a = first.pixels();
    byte[] b = second.pixels();
    if (a.length != b.length) {
      return share < .5 ? first : second;
    }
    byte[] mixed = new byte[a.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = (byte) Math.round((a[i] & 0xff) * (1 - share) + (b[i] & 0xff) * share);
    }
    return new Picture(first.width(), first.height(), first.planes(), mixed);
  }
}
