package org.pentimento.workbench.dataset.pair;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.pentimento.protocol.preview.Answer.Picture;

/**
 * What can be laid over two images.
 *
 * @param id by which the preview process knows it
 * @param name as a person reads it
 * @param alike whether 1 means that the images agree
 */
record Layer(String id, String name, boolean alike) {
  /**
   * Black body colours from dark violet over red to light yellow, as red, green, blue in 0 to 255:
   * they get lighter evenly, so that they can be read without seeing colours too.
   */
  private static final int[][] HEAT = {
    {40, 11, 84},
    {101, 21, 110},
    {159, 42, 99},
    {212, 72, 66},
    {245, 125, 21},
    {250, 193, 39},
    {252, 255, 164}
  };

  /** The value of a pixel, for a person; empty outside. */
  String value(Picture picture, double x, double y, int frameWidth, int frameHeight) {
    int column = (int) Math.floor(x * picture.width() / frameWidth);
    int row = (int) Math.floor(y * picture.height() / frameHeight);
    if (column < 0 || row < 0 || column >= picture.width() || row >= picture.height()) {
      return "";
    }
    int value = picture.pixels()[row * picture.width() + column] & 0xff;
    return "%s %.2f".formatted(name, value / 255.0);
  }

  /** The layer in colours: the more it shows, the lighter and the less transparent. */
  ImageData colours(Picture picture) {
    ImageData data =
        new ImageData(
            picture.width(), picture.height(), 24, new PaletteData(0xff0000, 0xff00, 0xff));
    byte[] line = new byte[picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int value = picture.pixels()[y * picture.width() + x] & 0xff;
        int much = alike ? 255 - value : value;
        data.setPixel(x, y, colour(much / 255.0));
        line[x] = (byte) Math.round(255 * Math.sqrt(much / 255.0));
      }
      data.setAlphas(0, y, picture.width(), line, 0);
    }
    return data;
  }

  private static int colour(double value) {
    double place = value * (HEAT.length - 1);
    int below = Math.min(HEAT.length - 2, (int) place);
    double share = place - below;
    int rgb = 0;
    for (int i = 0; i < 3; i++) {
      rgb = rgb << 8 | (int) Math.round(HEAT[below][i] * (1 - share) + HEAT[below + 1][i] * share);
    }
    return rgb;
  }
}
