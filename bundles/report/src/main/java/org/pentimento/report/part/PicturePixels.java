package org.pentimento.report.part;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A decoded picture as luminance of 0 to 255.
 *
 * @param width in pixels
 * @param height in pixels
 * @param luminance row by row, .299 R + .587 G + .114 B
 */
public record PicturePixels(int width, int height, float[] luminance) {
  /** How many times a difference is enlarged before it is shown. */
  public static final int AMPLIFICATION = 4;

  private static final int LARGEST_SIDE = 8192;
  private static final int[] PAPER = {255, 255, 255};
  private static final int[] LOST = {0xd5, 0x5e, 0x00};
  private static final int[] ADDED = {0x00, 0x72, 0xb2};

  /** Decodes a PNG file; empty if it is none or too large. */
  public static Optional<PicturePixels> decode(byte[] png) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
        return Optional.empty();
      }
      return Optional.of(of(reader.read(0)));
    } catch (IOException | RuntimeException e) {
      // A hostile file makes the decoder fail in many ways; to the report it is no picture.
      return Optional.empty();
    } finally {
      reader.dispose();
    }
  }

  private static PicturePixels of(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    float[] out = new float[w * h];
    // A grey raster is read as it is: getRGB would bend its values from linear to sRGB.
    boolean grey =
        image.getRaster().getNumBands() == 1
            && image.getColorModel().getNumColorComponents() == 1
            && image.getColorModel().getPixelSize() == 8;
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        if (grey) {
          out[y * w + x] = image.getRaster().getSample(x, y, 0);
        } else {
          int rgb = image.getRGB(x, y);
          out[y * w + x] =
              .299f * (rgb >> 16 & 255) + .587f * (rgb >> 8 & 255) + .114f * (rgb & 255);
        }
      }
    }
    return new PicturePixels(w, h, out);
  }

  private boolean sameSize(PicturePixels other) {
    return width == other.width && height == other.height;
  }

  /** Mean absolute difference in [0, 1]; empty if the sizes differ. */
  public Optional<Double> distance(PicturePixels other) {
    if (!sameSize(other)) {
      return Optional.empty();
    }
    double sum = 0;
    for (int i = 0; i < luminance.length; i++) {
      sum += Math.abs(luminance[i] - other.luminance[i]);
    }
    return Optional.of(sum / luminance.length / 255);
  }

  /**
   * The difference to another picture as a PNG file: white where both are alike, orange where this
   * one is lighter (ink is lost), blue where it is darker; full colour at a difference of 255 /
   * {@value #AMPLIFICATION}. Empty if the sizes differ.
   */
  public Optional<byte[]> differenceFrom(PicturePixels reference) {
    if (!sameSize(reference)) {
      return Optional.empty();
    }
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < luminance.length; i++) {
      float d = luminance[i] - reference.luminance[i];
      float strength = Math.min(1f, AMPLIFICATION * Math.abs(d) / 255f);
      int[] hue = d > 0 ? LOST : ADDED;
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        rgb = rgb << 8 | Math.round(PAPER[c] + (hue[c] - PAPER[c]) * strength);
      }
      out.setRGB(i % width, i / width, rgb);
    }
    return Optional.of(png(out));
  }

  /** The picture in grey with an orange frame around a place, as a PNG file. */
  public byte[] framed(Rectangle place) {
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int frame = LOST[0] << 16 | LOST[1] << 8 | LOST[2];
    int thick = Math.max(1, Math.min(width, height) / 100);
    Rectangle outer = new Rectangle(place);
    outer.grow(thick, thick);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int grey = Math.round(luminance[y * width + x]);
        boolean onFrame = outer.contains(x, y) && !place.contains(x, y);
        out.setRGB(x, y, onFrame ? frame : grey << 16 | grey << 8 | grey);
      }
    }
    return png(out);
  }

  private static byte[] png(BufferedImage out) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (ImageOutputStream to = new MemoryCacheImageOutputStream(png)) {
      if (!ImageIO.write(out, "png", to)) {
        throw new IllegalStateException("this Java cannot write PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
