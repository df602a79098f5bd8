package org.pentimento.metric.identity;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.QuadCurve2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.image.Image;

/** Drawn faces of 100×125 pixels with eyes at fixed places, a person being a handful of shapes. */
final class FaceImages {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 125;

  private FaceImages() {}

  /** A line drawing of a person on paper. */
  static Image sketch(int person) {
    return draw(person, 3, new Color(245, 245, 245), null, new Color(50, 50, 50), null);
  }

  /** The same person filled with tones, as a photo in colour. */
  static Image photo(int person) {
    SplittableRandom random = new SplittableRandom(1000 + person);
    Color skin = new Color(190 + random.nextInt(40), 150 + random.nextInt(30), 130);
    Color hair = new Color(30 + random.nextInt(70), 25 + random.nextInt(40), 20);
    return draw(person, 2, new Color(110, 140, 180), skin, new Color(60, 30, 30), hair);
  }

  private static Image draw(
      int person, int stroke, Color paper, @Nullable Color skin, Color ink, @Nullable Color hair) {
    SplittableRandom random = new SplittableRandom(person);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(paper);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setStroke(new BasicStroke(stroke));
    double jaw = 30 + 8 * random.nextDouble();
    double chin = 108 + 10 * random.nextDouble();
    double brow = 12 + 12 * random.nextDouble();
    Ellipse2D head = new Ellipse2D.Double(50 - jaw, brow, 2 * jaw, chin - brow);
    if (skin != null) {
      g.setColor(skin);
      g.fill(head);
    }
    g.setColor(ink);
    g.draw(head);
    double fringe = 10 + 20 * random.nextDouble();
    Arc2D hairline =
        new Arc2D.Double(50 - jaw - 3, brow - 6, 2 * jaw + 6, 2 * fringe + 12, 0, 180, Arc2D.CHORD);
    g.setColor(hair == null ? ink : hair);
    if (hair == null) {
      g.draw(hairline);
    } else {
      g.fill(hairline);
    }
    g.setColor(ink);
    double eye = 5 + 4 * random.nextDouble();
    double lid = 2 + 3 * random.nextDouble();
    double tilt = 6 * random.nextDouble() - 3;
    double lift = 8 + 5 * random.nextDouble();
    for (int side = -1; side <= 1; side += 2) {
      double x = 50 + side * 17;
      g.draw(new Ellipse2D.Double(x - eye, 60 - lid, 2 * eye, 2 * lid));
      g.draw(
          new QuadCurve2D.Double(
              x - 9, 60 - lift - side * tilt, x, 55 - lift, x + 9, 60 - lift + side * tilt));
    }
    double nose = 74 + 10 * random.nextDouble();
    double nostrils = 3 + 5 * random.nextDouble();
    g.draw(new QuadCurve2D.Double(50 - nostrils, nose, 50, nose + 5, 50 + nostrils, nose));
    double mouth = nose + 8 + 6 * random.nextDouble();
    double lips = 8 + 8 * random.nextDouble();
    double smile = 10 * random.nextDouble() - 3;
    g.draw(new QuadCurve2D.Double(50 - lips, mouth, 50, mouth + smile, 50 + lips, mouth));
    g.dispose();
    float[] data = new float[3 * WIDTH * HEIGHT];
    int[] pixels = image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    for (int i = 0; i < pixels.length; i++) {
      for (int p = 0; p < 3; p++) {
        data[p * pixels.length + i] = (pixels[i] >> 16 - 8 * p & 255) / 255f;
      }
    }
    return Image.of(WIDTH, HEIGHT, 3, data);
  }
}
