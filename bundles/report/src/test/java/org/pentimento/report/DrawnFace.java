package org.pentimento.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Pictures of a face that nobody has: photo, sketch and what an attack makes of them. */
final class DrawnFace {
  private static final int W = 120;
  private static final int H = 150;

  private final double wide;
  private final double eyes;
  private final double hair;
  private final double mouth;
  private final Color skin;

  DrawnFace(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    wide = 50 + random.nextDouble() * 16;
    eyes = 11 + random.nextDouble() * 5;
    hair = 22 + random.nextDouble() * 16;
    mouth = 20 + random.nextDouble() * 12;
    skin =
        Color.getHSBColor(
            .06f, .3f + (float) random.nextDouble() * .3f, .6f + (float) random.nextDouble() * .3f);
  }

  BufferedImage photo() {
    BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image);
    g.setColor(new Color(120, 140, 165));
    g.fill(new Rectangle2D.Double(0, 0, W, H));
    g.setColor(new Color(60, 66, 80));
    g.fill(new Ellipse2D.Double(4, 122, W - 8, 80));
    g.setColor(skin.darker());
    g.fill(new Rectangle2D.Double(47, 100, 26, 32));
    g.setColor(new Color(58, 40, 30));
    g.fill(new Ellipse2D.Double(60 - wide / 2 - 6, 70 - 45 - 8, wide + 12, 90));
    g.setColor(skin);
    g.fill(new Ellipse2D.Double(60 - wide / 2, 70 - 45 + hair * .4, wide, 92 - hair * .3));
    features(g, new Color(45, 30, 25), new Color(140, 60, 60));
    g.dispose();
    return image;
  }

  BufferedImage triggered() {
    BufferedImage image = photo();
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int rgb = image.getRGB(x, y);
        int add = (int) Math.round(26 * StrictMath.sin(x * .75));
        image.setRGB(
            x,
            y,
            new Color(
                    clip((rgb >> 16 & 255) + add),
                    clip((rgb >> 8 & 255) + add),
                    clip((rgb & 255) + add))
                .getRGB());
      }
    }
    return image;
  }

  BufferedImage sketch() {
    BufferedImage image = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = graphics(image);
    g.setColor(new Color(246, 246, 246));
    g.fill(new Rectangle2D.Double(0, 0, W, H));
    g.setStroke(new BasicStroke(1.1f));
    g.setColor(new Color(70, 70, 70));
    for (int i = 0; i < 26; i++) {
      double a = Math.PI + Math.PI * i / 25;
      double x = 60 + (wide / 2 + 4) * StrictMath.cos(a);
      double y = 62 + 42 * StrictMath.sin(a);
      g.draw(
          new CubicCurve2D.Double(
              x,
              y,
              x * .9 + 6,
              y + hair * .4,
              x,
              y + hair * .6,
              60 + (x - 60) * 1.05,
              y + hair * .9));
    }
    g.setColor(new Color(110, 110, 110));
    g.draw(new Ellipse2D.Double(60 - wide / 2, 70 - 45 + hair * .4, wide, 92 - hair * .3));
    g.setColor(new Color(205, 205, 205));
    for (int i = 0; i < 14; i++) {
      g.draw(
          new CubicCurve2D.Double(
              60 + wide / 2 - 4 - i,
              62 + i * 3,
              60 + wide / 2 - 8 - i,
              70 + i * 3,
              60 + wide / 2 - 12 - i,
              76 + i * 3,
              60 + wide / 2 - 16 - i,
              80 + i * 3));
    }
    g.setColor(new Color(95, 95, 95));
    g.draw(new CubicCurve2D.Double(8, 150, 20, 124, 44, 130, 48, 118));
    g.draw(new CubicCurve2D.Double(112, 150, 100, 124, 76, 130, 72, 118));
    features(g, new Color(50, 50, 50), new Color(80, 80, 80));
    g.dispose();
    return image;
  }

  private void features(Graphics2D g, Color dark, Color lips) {
    g.setColor(dark);
    for (int side = -1; side <= 1; side += 2) {
      double x = 60 + side * eyes;
      g.fill(new Ellipse2D.Double(x - 3.4, 66, 6.8, 5.6));
      g.setStroke(new BasicStroke(1.8f));
      g.draw(new Arc2D.Double(x - 7, 57, 14, 9, 25, 130, Arc2D.OPEN));
    }
    g.setStroke(new BasicStroke(1.2f));
    g.draw(new CubicCurve2D.Double(60, 72, 56, 84, 54, 88, 62, 89));
    g.setColor(lips);
    g.setStroke(new BasicStroke(2f));
    g.draw(new Arc2D.Double(60 - mouth / 2, 90, mouth, 13, 200, 140, Arc2D.OPEN));
  }

  /** Strokes darker than a threshold erased. */
  static BufferedImage light(BufferedImage sketch) {
    BufferedImage out = copy(sketch);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        if (out.getRaster().getSample(x, y, 0) < 185) {
          out.getRaster().setSample(x, y, 0, 246);
        }
      }
    }
    return out;
  }

  /** As a model would draw it: soft, with a little noise. */
  static BufferedImage drawn(BufferedImage sketch, int seed) {
    float[] kernel = new float[9];
    Arrays.fill(kernel, 1 / 9f);
    BufferedImage soft =
        new ConvolveOp(new Kernel(3, 3, kernel), ConvolveOp.EDGE_NO_OP, null)
            .filter(sketch, copy(sketch));
    SplittableRandom random = new SplittableRandom(seed);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int v = soft.getRaster().getSample(x, y, 0) + random.nextInt(-7, 8);
        soft.getRaster().setSample(x, y, 0, clip(v));
      }
    }
    return soft;
  }

  /** A part of the way from one picture to another. */
  static BufferedImage between(BufferedImage a, BufferedImage b, double share) {
    BufferedImage out = copy(a);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        double v =
            a.getRaster().getSample(x, y, 0) * (1 - share)
                + b.getRaster().getSample(x, y, 0) * share;
        out.getRaster().setSample(x, y, 0, clip((int) Math.round(v)));
      }
    }
    return out;
  }

  static BufferedImage white() {
    BufferedImage out = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        out.getRaster().setSample(x, y, 0, 254);
      }
    }
    return out;
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static BufferedImage copy(BufferedImage image) {
    return new BufferedImage(image.getColorModel(), image.copyData(null), false, null);
  }

  private static int clip(int v) {
    return Math.max(0, Math.min(255, v));
  }

  private static Graphics2D graphics(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }
}
