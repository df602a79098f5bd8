package org.pentimento.audit.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.pentimento.api.image.Image;

/** What JPEG leaves of an image. */
public final class Jpeg {
  private Jpeg() {}

  /**
   * The image after it was stored and read again.
   *
   * @param quality in (0, 1]
   */
  public static Image stored(Image photo, float quality) throws IOException {
    Image colour = photo.colour();
    int w = photo.width();
    int h = photo.height();
    BufferedImage raster = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int rgb = 0;
        for (int plane = 0; plane < 3; plane++) {
          rgb = (rgb << 8) | Math.round(255 * colour.get(plane, x, y));
        }
        raster.setRGB(x, y, rgb);
      }
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(bytes(raster, quality)));
    float[] data = new float[3 * w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int rgb = read.getRGB(x, y);
        for (int plane = 0; plane < 3; plane++) {
          data[(plane * h + y) * w + x] = ((rgb >> (8 * (2 - plane))) & 0xff) / 255f;
        }
      }
    }
    Image stored = Image.of(w, h, 3, data);
    return photo.planes() == 1 ? stored.grey() : stored;
  }

  private static byte[] bytes(BufferedImage raster, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
        writer.setOutput(out);
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        writer.write(null, new IIOImage(raster, null, null), parameters);
      }
      return bytes.toByteArray();
    } finally {
      writer.dispose();
    }
  }
}
