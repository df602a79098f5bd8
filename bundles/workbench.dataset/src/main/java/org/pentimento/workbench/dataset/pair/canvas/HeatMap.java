package org.pentimento.workbench.dataset.pair.canvas;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.Picture;

/** Colours a layer: the higher a value, the lighter and the less transparent it is. */
final class HeatMap {
  /**
   * Black body colours from dark violet over red to light yellow, as red, green, blue in 0 to 255:
   * they get lighter evenly, so that they can also be told apart without seeing colours.
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

  private HeatMap() {}

  /**
   * The values in colours; where the layer says that images agree, low values are the light ones.
   *
   * @param picture the layer's values, 0 to 255
   */
  static ImageData of(PairLayer layer, Picture picture) {
    ImageData data =
        new ImageData(
            picture.width(), picture.height(), 24, new PaletteData(0xff0000, 0xff00, 0xff));
    byte[] line = new byte[picture.width()];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        int value = picture.pixels()[y * picture.width() + x] & 0xff;
        double heat = (layer.alike() ? 255 - value : value) / 255.0;
        data.setPixel(x, y, colour(heat));
        line[x] = (byte) Math.round(255 * Math.sqrt(heat));
      }
      data.setAlphas(0, y, picture.width(), line, 0);
    }
    return data;
  }

  private static int colour(double heat) {
    double place = heat * (HEAT.length - 1);
    int below = Math.min(HEAT.length - 2, (int) place);
    double share = place - below;
    int rgb = 0;
    for (int i = 0; i < 3; i++) {
      rgb = rgb << 8 | (int) Math.round(HEAT[below][i] * (1 - share) + HEAT[below + 1][i] * share);
    }
    return rgb;
  }
}
