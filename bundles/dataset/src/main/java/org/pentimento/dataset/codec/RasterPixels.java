package org.pentimento.dataset.codec;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.pentimento.api.image.Image;

/**
 * Turns decoded rasters into images. Grey values are taken as they are stored: the conversion that
 * AWT offers would take them for linear light and brighten them.
 */
final class RasterPixels {
  private RasterPixels() {}

  /** Converts; transparency comes out over white. */
  static Image toImage(BufferedImage decoded) {
    ColorModel model = decoded.getColorModel();
    if (model instanceof IndexColorModel palette) {
      return indexed(decoded.getRaster(), palette);
    }
    if (model.getNumColorComponents() == 1) {
      return direct(decoded, 1);
    }
    if (model.getColorSpace().isCS_sRGB()) {
      return direct(decoded, 3);
    }
    BufferedImage srgb =
        new BufferedImage(
            decoded.getWidth(),
            decoded.getHeight(),
            model.hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
    new ColorConvertOp(model.getColorSpace(), ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
        .filter(decoded, srgb);
    return direct(srgb, 3);
  }

  private static Image indexed(Raster raster, IndexColorModel palette) {
    int size = palette.getMapSize();
    float[][] colours = new float[3][size];
    boolean grey = true;
    for (int i = 0; i < size; i++) {
      float alpha = palette.getAlpha(i) / 255f;
      int[] rgb = {palette.getRed(i), palette.getGreen(i), palette.getBlue(i)};
      for (int p = 0; p < 3; p++) {
        colours[p][i] = rgb[p] / 255f * alpha + (1f - alpha);
      }
      grey &= palette.getAlpha(i) == 0 || rgb[0] == rgb[1] && rgb[1] == rgb[2];
    }
    int planes = grey ? 1 : 3;
    int width = raster.getWidth();
    int height = raster.getHeight();
    float[] data = new float[width * height * planes];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int p = 0; p < planes; p++) {
        int to = (p * height + y) * width;
        for (int x = 0; x < width; x++) {
          data[to + x] = colours[p][Math.min(row[x], size - 1)];
        }
      }
    }
    return Image.of(width, height, planes, data);
  }

  private static Image direct(BufferedImage decoded, int planes) {
    Raster raster = decoded.getRaster();
    ColorModel model = decoded.getColorModel();
    int width = raster.getWidth();
    int height = raster.getHeight();
    float[] data = new float[width * height * planes];
    float[] row = new float[width];
    float[] alpha = new float[width];
    for (int y = 0; y < height; y++) {
      if (model.hasAlpha()) {
        readRow(raster, model, y, planes, alpha);
      }
      for (int p = 0; p < planes; p++) {
        readRow(raster, model, y, p, row);
        int to = (p * height + y) * width;
        for (int x = 0; x < width; x++) {
          if (model.hasAlpha()) {
            float own = model.isAlphaPremultiplied() ? row[x] : row[x] * alpha[x];
            data[to + x] = own + (1f - alpha[x]);
          } else {
            data[to + x] = row[x];
          }
        }
      }
    }
    return Image.of(width, height, planes, data);
  }

  private static void readRow(Raster raster, ColorModel model, int y, int band, float[] row) {
    raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
    int type = raster.getTransferType();
    if (type != DataBuffer.TYPE_FLOAT && type != DataBuffer.TYPE_DOUBLE) {
      float full = (float) (Math.pow(2, model.getComponentSize(band)) - 1);
      for (int x = 0; x < row.length; x++) {
        row[x] /= full;
      }
    }
  }
}
