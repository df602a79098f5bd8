package org.pentimento.tests.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A small data set of faces that nobody has: photos in one folder, their sketches in another. */
final class DrawnFaces {
  /** Width and height of an image. */
  static final int SIZE = 32;

  /** How many pairs there are. */
  static final int PAIRS = 8;

  private DrawnFaces() {}

  /** Draws them into a folder. */
  static void into(Path folder) throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Path sketches = Files.createDirectory(folder.resolve("sketches"));
    for (int i = 0; i < PAIRS; i++) {
      String name = "face-" + i + ".png";
      ImageIO.write(
          face(i, Color.getHSBColor(.6f, .3f, .6f), Color.getHSBColor(.07f, .4f, .9f)),
          "png",
          photos.resolve(name).toFile());
      ImageIO.write(face(i, Color.WHITE, Color.WHITE), "png", sketches.resolve(name).toFile());
    }
  }

  private static BufferedImage face(int i, Color ground, Color skin) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(ground);
    g.fillRect(0, 0, SIZE, SIZE);
    int width = 16 + i;
    int left = (SIZE - width) / 2;
    g.setColor(skin);
    g.fillOval(left, 3, width, 26);
    g.setColor(Color.DARK_GRAY);
    g.setStroke(new BasicStroke(1 + i % 2));
    g.drawOval(left, 3, width, 26);
    g.drawLine(left + 4, 12 + i % 3, left + 6, 12 + i % 3);
    g.drawLine(left + width - 6, 12 + i % 3, left + width - 4, 12 + i % 3);
    g.drawLine(SIZE / 2, 14, SIZE / 2 - 1, 19);
    g.drawArc(SIZE / 2 - 4, 20, 8, 4 + i % 2, 180, 180);
    g.dispose();
    return image;
  }
}
