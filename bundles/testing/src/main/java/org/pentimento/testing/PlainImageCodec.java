package org.pentimento.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;

/**
 * Reads and writes images with what Java itself has, for tests of extensions that need a codec. It
 * knows neither colour profiles nor the turn of a photo, as the one of the product does.
 */
public final class PlainImageCodec implements ImageCodec {
  @Override
  public Image read(Path file) throws IOException {
    BufferedImage read;
    try {
      read = ImageIO.read(file.toFile());
    } catch (IOException | RuntimeException e) {
      throw new BadInputException(file + " cannot be read.", "Use another image.", e);
    }
    if (read == null) {
      throw new BadInputException(file + " is no image.", "Use another file.");
    }
    int width = read.getWidth();
    int height = read.getHeight();
    int planes = read.getColorModel().getNumComponents() == 1 ? 1 : 3;
    float[] data = new float[width * height * planes];
    int[] pixel = new int[4];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (planes == 1) {
          data[y * width + x] = read.getRaster().getPixel(x, y, pixel)[0] / 255f;
        } else {
          int rgb = read.getRGB(x, y);
          for (int p = 0; p < 3; p++) {
            data[(p * height + y) * width + x] = (rgb >> 16 - 8 * p & 0xff) / 255f;
          }
        }
      }
    }
    return Image.of(width, height, planes, data);
  }

  @Override
  public void writePng(Image image, OutputStream out) throws IOException {
    int planes = image.planes();
    BufferedImage written =
        new BufferedImage(
            image.width(),
            image.height(),
            planes == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    int[] pixel = new int[planes];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        for (int p = 0; p < planes; p++) {
          pixel[p] = Math.round(255 * image.get(p, x, y));
        }
        written.getRaster().setPixel(x, y, pixel);
      }
    }
    ImageIO.write(written, "png", out);
  }
}
