package org.pentimento.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.pentimento.api.image.Image;

/**
 * A dim room as glass would mirror it: a bright window with bars and some lamps. Places and sizes
 * are shares of the picture, so that the same room can be drawn at any size.
 *
 * @param window the window
 * @param lamps the lamps
 */
record MirroredRoom(Window window, List<Lamp> lamps) {
  private static final Colour DAYLIGHT = new Colour(0.86f, 0.94f, 1f);
  private static final Colour LAMPLIGHT = new Colour(1f, 0.82f, 0.55f);
  private static final Colour WALL = new Colour(0.16f, 0.14f, 0.12f);

  /** A window of panes between bars, leaning as in a mirror that is not quite parallel. */
  record Window(
      double left,
      double top,
      double width,
      double height,
      int columns,
      int rows,
      double lean,
      double bar) {
    /** How much daylight falls through a place, from 0 to 1. */
    double light(double x, double y, double softness) {
      double u = (x - left - lean * (y - top)) / width;
      double v = (y - top) / height;
      return panes(u, columns, width, softness) * panes(v, rows, height, softness);
    }

    /** How far a place along one axis is inside a pane, as light with soft edges. */
    private double panes(double place, int count, double extent, double softness) {
      if (place < 0 || place > 1) {
        return 0;
      }
      double within = place * count - Math.min(count - 1, Math.floor(place * count));
      double toBar = Math.min(within, 1 - within) * extent / count - bar;
      return Math.max(0, Math.min(1, toBar / softness + 0.5));
    }
  }

  /** A lamp whose light falls off from its centre. */
  record Lamp(double x, double y, double radius, double brightness) {
    double light(double px, double py) {
      double dx = (px - x) / radius;
      double dy = (py - y) / radius;
      double square = dx * dx + dy * dy;
      return brightness / (1 + square * square);
    }
  }

  /** Draws the window and two to four lamps at random. */
  static MirroredRoom random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Window window =
        new Window(
            between(random, 0.05, 0.4),
            between(random, 0.05, 0.25),
            between(random, 0.35, 0.5),
            between(random, 0.4, 0.6),
            2 + random.nextInt(2),
            2 + random.nextInt(2),
            between(random, -0.25, 0.25),
            between(random, 0.012, 0.022));
    List<Lamp> lamps = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      lamps.add(
          new Lamp(
              between(random, 0.05, 0.95),
              between(random, 0.05, 0.95),
              between(random, 0.04, 0.09),
              between(random, 0.6, 1)));
    }
    return new MirroredRoom(window, List.copyOf(lamps));
  }

  private static double between(SplittableRandom random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Draws the room as an image. */
  Image draw(int width, int height, int planes) {
    float[] wall = WALL.planes(planes);
    float[] day = DAYLIGHT.planes(planes);
    float[] lamp = LAMPLIGHT.planes(planes);
    double softness = 1.0 / Math.min(width, height);
    float[] data = new float[width * height * planes];
    for (int y = 0; y < height; y++) {
      double v = (y + 0.5) / height;
      for (int x = 0; x < width; x++) {
        double u = (x + 0.5) / width;
        double daylight = window.light(u, v, softness);
        double lamplight = 0;
        for (Lamp one : lamps) {
          lamplight = Math.max(lamplight, one.light(u, v));
        }
        for (int p = 0; p < planes; p++) {
          data[(p * height + y) * width + x] =
              (float) (wall[p] + daylight * day[p] + lamplight * lamp[p]);
        }
      }
    }
    return Image.of(width, height, planes, data);
  }
}
