package org.pentimento.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.image.Point;

/**
 * Photos of faces that nobody has, and the sketches that belong to them: an oval with hair, eyes
 * and a mouth. They are the same each time.
 */
public final class MadeUpFaces {
  private MadeUpFaces() {}

  private record Face(double x, double y, double across, double down, float[] skin, float[] hair) {
    static Face of(int person) {
      SplittableRandom random = new SplittableRandom(1000L + person);
      float light = (float) (.55 + .3 * random.nextDouble());
      float dark = (float) (.1 + .35 * random.nextDouble());
      return new Face(
          .5 + .04 * (random.nextDouble() - .5),
          .54 + .04 * (random.nextDouble() - .5),
          .27 + .06 * random.nextDouble(),
          .34 + .06 * random.nextDouble(),
          new float[] {Math.min(1, light + .12f), light, light - .12f},
          new float[] {dark, dark * .8f, dark * .6f});
    }

    /** Distance from the middle: 1 on the outline. */
    double outline(double u, double v) {
      return Math.hypot((u - x) / across, (v - y) / down);
    }

    double eye(double u, double v) {
      double side = Math.abs(u - x) - .4 * across;
      return Math.hypot(side / .05, (v - y + .2 * down) / .03);
    }

    double mouth(double u, double v) {
      return Math.hypot((u - x) / (.4 * across), (v - y - .5 * down) / .025);
    }

    boolean hair(double u, double v) {
      return outline(u, v + .06) < 1.15 && v < y - .45 * down;
    }
  }

  /** The photo of a person, 3 planes. */
  public static Image photo(int person, int width, int height) {
    Face face = Face.of(person);
    SplittableRandom grain = new SplittableRandom(person);
    float[] data = new float[3 * width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double u = (column + .5) / width;
        double v = (row + .5) / height;
        double shade = 1 - .25 * Math.abs(u - face.x());
        for (int p = 0; p < 3; p++) {
          double value = .35 + .25 * v + .05 * p;
          if (face.hair(u, v)) {
            value = face.hair()[p];
          } else if (face.outline(u, v) < 1) {
            value = face.skin()[p] * shade;
            if (face.eye(u, v) < 1) {
              value = .12;
            } else if (face.mouth(u, v) < 1) {
              value = p == 0 ? .55 : .25;
            }
          }
          data[(p * height + row) * width + column] =
              (float) (value + .02 * (grain.nextDouble() - .5));
        }
      }
    }
    return Image.of(width, height, 3, data);
  }

  /** The sketch of a person, 1 plane: dark lines and light hatching on white. */
  public static Image sketch(int person, int width, int height) {
    Face face = Face.of(person);
    float[] data = new float[width * height];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double u = (column + .5) / width;
        double v = (row + .5) / height;
        double value = .97;
        if (face.hair(u, v)) {
          value = (column + row) % 3 == 0 ? .3 : .65;
        } else if (face.outline(u, v) < 1) {
          value = face.eye(u, v) < 1 || face.mouth(u, v) < 1 ? .2 : .9;
        }
        if (Math.abs(face.outline(u, v) - 1) < .05) {
          value = .25;
        }
        data[row * width + column] = (float) value;
      }
    }
    return Image.of(width, height, 1, data);
  }

  /** Centres of the eyes in {@link #photo}. */
  public static Eyes eyes(int person, int width, int height) {
    Face face = Face.of(person);
    double down = (face.y() - .2 * face.down()) * height - .5;
    double away = .4 * face.across();
    return new Eyes(
        new Point((face.x() - away) * width - .5, down),
        new Point((face.x() + away) * width - .5, down));
  }

  /** Pairs of as many persons, for training. */
  public static List<Pair> pairs(int count, int width, int height) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(
          new Pair(
              "face-" + i,
              "person-" + i,
              Split.TRAIN,
              Map.of("glasses", i % 4 == 0 ? "yes" : "no"),
              eyes(i, width, height),
              ImageSource.of(photo(i, width, height)),
              ImageSource.of(sketch(i, width, height))));
    }
    return pairs;
  }
}
