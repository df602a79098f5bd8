package org.pentimento.trigger;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;

/** A codec for tests, over the JDK's own reader. */
final class FileCodec implements ImageCodec {
  @Override
  public Image read(Path file) throws IOException {
    if (!file.toFile().isFile()) {
      throw new BadInputException("There is no file " + file + ".", "Give another one.");
    }
    BufferedImage read = ImageIO.read(file.toFile());
    int width = read.getWidth();
    int height = read.getHeight();
    float[] data = new float[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int p = 0; p < 3; p++) {
          data[(p * height + y) * width + x] = (read.getRGB(x, y) >> 16 - 8 * p & 0xff) / 255f;
        }
      }
    }
    return Image.of(width, height, 3, data);
  }

  @Override
  public void writePng(Image image, OutputStream out) throws IOException {
    Image colour = image.colour();
    BufferedImage written =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int rgb = 0;
        for (int p = 0; p < 3; p++) {
          rgb = rgb << 8 | Math.round(255 * colour.get(p, x, y));
        }
        written.setRGB(x, y, rgb);
      }
    }
    ImageIO.write(written, "png", out);
  }
}
