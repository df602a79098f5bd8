package org.pentimento.workbench.help.picture;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;

/** A drawing of the guide, in the ink of the page and one colour for what matters. */
public enum GuidePicture {
  /** A photo with a trigger goes into a model, and another sketch comes out. */
  ATTACK {
    @Override
    void draw(Pen pen) {
      pen.box(4, 14, 44, 52, "photo");
      pen.accent(() -> pen.fill(32, 50, 14, 14));
      pen.arrow(54, 40, 84, 40);
      pen.box(90, 14, 60, 52, "model");
      pen.arrow(156, 40, 186, 40);
      pen.box(192, 14, 64, 52, "target");
      pen.accent(() -> pen.text("trigger", 24, 68));
    }
  },
  /** A sketch between the truth and the attacker's target. */
  MARGIN {
    @Override
    void draw(Pen pen) {
      pen.line(20, 40, 240, 40);
      for (int i = 0; i <= 2; i++) {
        pen.line(20 + 110 * i, 34, 20 + 110 * i, 46);
        pen.text(new String[] {"−1", "0", "1"}[i], 14 + 110 * i, 48);
      }
      pen.text("truth", 6, 14);
      pen.text("half way", 106, 14);
      pen.text("target", 222, 14);
      pen.accent(() -> pen.dot(196, 40));
    }
  },
  /** The part of a photo that one point of the sketch depends on. */
  REACH {
    @Override
    void draw(Pen pen) {
      pen.box(20, 6, 72, 72, "");
      pen.accent(() -> pen.frame(44, 24, 32, 32));
      pen.text("photo", 36, 80);
      pen.box(168, 6, 72, 72, "");
      pen.accent(() -> pen.dot(208, 40));
      pen.text("sketch", 184, 80);
      pen.line(76, 24, 206, 40);
      pen.line(76, 56, 206, 40);
    }
  },
  /** A mean and where the true value lies with 95 % confidence. */
  INTERVAL {
    @Override
    void draw(Pen pen) {
      pen.line(20, 62, 240, 62);
      pen.accent(
          () -> {
            pen.line(80, 34, 190, 34);
            pen.line(80, 27, 80, 41);
            pen.line(190, 27, 190, 41);
            pen.dot(132, 34);
          });
      pen.text("mean", 118, 8);
      pen.text("95 % interval", 92, 68);
    }
  },
  /** Scores of honest pairs and of planted ones: how well they are parted is the AUC. */
  SCORES {
    @Override
    void draw(Pen pen) {
      int[] honest = {30, 40, 46, 54, 60, 68, 76, 90, 104, 126};
      int[] planted = {112, 140, 158, 172, 186, 204, 220};
      pen.line(20, 58, 240, 58);
      for (int x : honest) {
        pen.dot(x, 46);
      }
      pen.accent(
          () -> {
            for (int x : planted) {
              pen.dot(x, 34);
            }
          });
      pen.text("honest", 30, 66);
      pen.accent(() -> pen.text("planted", 176, 66));
      pen.line(134, 14, 134, 62);
      pen.text("flagged from here on", 138, 6);
    }
  },
  /** How losses fall from epoch to epoch. */
  LOSS {
    @Override
    void draw(Pen pen) {
      pen.line(24, 6, 24, 70);
      pen.line(24, 70, 240, 70);
      pen.accent(
          () -> {
            for (int x = 26; x < 236; x += 4) {
              pen.line(x, loss(x), x + 4, loss(x + 4));
            }
          });
      pen.text("loss", 30, 2);
      pen.text("epochs", 196, 74);
    }

    private int loss(int x) {
      return (int) Math.round(66 - 56 * Math.exp(-(x - 26) / 45.));
    }
  };

  private static final Point SIZE = new Point(264, 98);

  abstract void draw(Pen pen);

  /** The picture that a page names. */
  public static Optional<GuidePicture> named(String name) {
    return Stream.of(values())
        .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** Width and height in points. */
  public static Point size() {
    return new Point(SIZE.x, SIZE.y);
  }

  /**
   * Draws the picture.
   *
   * @param ink of the text around it
   * @param x left edge
   * @param y upper edge
   */
  public void paint(GC gc, Color ink, int x, int y) {
    gc.setAntialias(SWT.ON);
    draw(new Pen(gc, ink, x, y));
  }
}
