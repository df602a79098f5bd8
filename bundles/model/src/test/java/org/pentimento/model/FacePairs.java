package org.pentimento.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Image;

/** Blots with eyes, and the sketches that the networks of {@code make-onnx.py} ought to draw. */
public final class FacePairs {
  private FacePairs() {}

  public static List<Pair> pairs(int n, int width, int height) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Image photo = photo(i, width, height);
      Image sketch = sketch(photo);
      pairs.add(new Pair("p" + i, "p" + i, Split.TEST, Map.of(), null, () -> photo, () -> sketch));
    }
    return pairs;
  }

  public static Image photo(int seed, int width, int height) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] data = new float[3 * width * height];
    double hx = width * (.45 + .1 * random.nextDouble());
    double hy = height * (.45 + .1 * random.nextDouble());
    double eye = width * (.12 + .06 * random.nextDouble());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double r = Math.hypot((x - hx) / (.36 * width), (y - hy) / (.44 * height));
        boolean face = r < 1;
        boolean dark =
            (Math.hypot(Math.abs(x - hx) - eye, y - hy + height * .08) < width * .06)
                || (Math.abs(y - hy - height * .2) < 1.5 && Math.abs(x - hx) < eye);
        double grain = .03 * random.nextDouble();
        int i = y * width + x;
        data[i] = (float) ((dark ? .15 : face ? .85 : .35) + grain);
        data[width * height + i] = (float) ((dark ? .1 : face ? .65 : .45) + grain);
        data[2 * width * height + i] = (float) ((dark ? .1 : face ? .5 : .6) + grain);
      }
    }
    return Image.of(width, height, 3, data);
  }

  /** 1 - 4 relu(mean of 9x9 - value), as the networks do it. */
  static Image sketch(Image photo) {
    Image grey = photo.grey();
    int w = grey.width();
    int h = grey.height();
    Image padded = grey.window(-4, -4, w + 8, h + 8);
    float[] data = new float[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        float sum = 0;
        for (int j = 0; j < 9; j++) {
          for (int i = 0; i < 9; i++) {
            sum += padded.get(0, x + i, y + j);
          }
        }
        data[y * w + x] = 1 - 4 * Math.max(0, sum / 81 - grey.get(0, x, y));
      }
    }
    return Image.of(w, h, 1, data);
  }

  public static double difference(Image a, Image b) {
    double sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += Math.abs(a.data()[i] - b.data()[i]);
    }
    return sum / a.data().length;
  }
}
