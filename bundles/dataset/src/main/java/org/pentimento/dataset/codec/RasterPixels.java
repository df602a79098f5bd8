package org.pentimento.dataset.codec;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.pentimento.api.image.Image;
import org.pentimento.dataset.codec.header.NotAnImageException;

/**
 * Turns decoded rasters into images. Grey values are taken as they are stored: the conversion that
 * AWT offers would take them for linear light and brighten them.
 */
final class RasterPixels {
  /** How far floating-point values may lie beside 0 and 1 by rounding. */
  private static final float ROUNDING = 1e-3f;

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
    if (!(model.getColorSpace() instanceof ICC_ColorSpace)) {
      return converted(decoded);
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

  /** Colours without a profile, such as CMYK, as their colour space converts them. */
  private static Image converted(BufferedImage decoded) {
    Raster raster = decoded.getRaster();
    ColorModel model = decoded.getColorModel();
    int width = raster.getWidth();
    int height = raster.getHeight();
    float[][] rows = new float[model.getNumColorComponents()][width];
    float[] colour = new float[rows.length];
    float[] data = new float[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int band = 0; band < rows.length; band++) {
        readRow(raster, model, y, band, rows[band]);
      }
      for (int x = 0; x < width; x++) {
        for (int band = 0; band < rows.length; band++) {
          colour[band] = rows[band][x];
        }
        float[] rgb = model.getColorSpace().toRGB(colour);
        for (int p = 0; p < 3; p++) {
          data[(p * height + y) * width + x] = rgb[p];
        }
      }
    }
    return Image.of(width, height, 3, data);
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

  /**
   * Values whose bits are those of floating-point numbers, 0 black and 1 white or the other way
   * round.
   *
   * @throws NotAnImageException if some number is none of 0 to 1: what is white is not known then
   */
  static Image ofFloatBits(Raster raster, boolean whiteIsZero) throws NotAnImageException {
    int planes = raster.getNumBands();
    if (raster.getTransferType() != DataBuffer.TYPE_INT || planes != 1 && planes != 3) {
      throw new NotAnImageException(
          "it has " + planes + " floating-point values a pixel, and 1 or 3 are read");
    }
    int width = raster.getWidth();
    int height = raster.getHeight();
    float[] data = new float[width * height * planes];
    int to = 0;
    int[] row = new int[width];
    for (int p = 0; p < planes; p++) {
      for (int y = 0; y < height; y++) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, p, row);
        for (int bits : row) {
          float value = Float.intBitsToFloat(bits);
          if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
            throw new NotAnImageException(
                "it has the floating-point value "
                    + value
                    + ", and only 0 to 1 are known to mean black to white; store it with such"
                    + " values, or with 8 or 16 bits");
          }
          float inside = Math.max(0f, Math.min(1f, value));
          data[to++] = whiteIsZero ? 1f - inside : inside;
        }
      }
    }
    return Image.of(width, height, planes, data);
  }

  private static void readRow(Raster raster, ColorModel model, int y, int band, float[] row) {
    int left = raster.getMinX();
    int top = raster.getMinY() + y;
    double full = Math.pow(2, model.getComponentSize(band)) - 1;
    if (raster.getTransferType() == DataBuffer.TYPE_INT && model.getComponentSize(band) == 32) {
      int[] samples = raster.getSamples(left, top, row.length, 1, band, (int[]) null);
      for (int x = 0; x < row.length; x++) {
        row[x] = (float) (Integer.toUnsignedLong(samples[x]) / full);
      }
      return;
    }
    raster.getSamples(left, top, row.length, 1, band, row);
    int type = raster.getTransferType();
    if (type != DataBuffer.TYPE_FLOAT && type != DataBuffer.TYPE_DOUBLE) {
      for (int x = 0; x < row.length; x++) {
        row[x] /= (float) full;
      }
    }
  }
}
