package org.pentimento.detector.sketch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Image;
import org.pentimento.detector.cells.CellGrid;
import org.pentimento.detector.cells.PhotoDistance;
import org.pentimento.detector.frame.ImageSize;
import org.pentimento.detector.frame.WorkingPair;

/** What convinces a person: the sketch, what it should be, and where they differ. */
final class SketchPictures {
  private static final int DONORS = 12;
  private static final double SHARPNESS = 6;
  private static final float SLIGHT = .8f;
  private static final float FULL = 3;

  private SketchPictures() {}

  /** The pictures of a pair. */
  static List<Picture> of(SketchInspection inspection, List<SuspectPair> pairs, int pair)
      throws IOException {
    Image actual = pairs.get(pair).sketch().decode().grey();
    return List.of(
        new Picture("The sketch as it is.", actual),
        new Picture(
            "What the photo lets expect, put together from sketches of similar photos.",
            expected(inspection, pairs, pair, actual.width(), actual.height())),
        new Picture(
            "Where the sketch has less ink (red) or more ink (blue) than expected.",
            map(actual, inspection.scores().balance()[pair])));
  }

  /** A mixture of honest sketches, of each most where its photo is most alike. */
  private static Image expected(
      SketchInspection inspection, List<SuspectPair> pairs, int pair, int width, int height)
      throws IOException {
    List<float[]> photos = inspection.photos();
    boolean[] honest = inspection.judgement().honest();
    PhotoDistance distance = PhotoDistance.of(photos);
    double[] whole = new double[photos.size()];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = honest[i] && i != pair ? distance.whole(photos.get(pair), photos.get(i)) : 0;
    }
    List<Integer> donors =
        IntStream.range(0, whole.length)
            .filter(i -> honest[i] && i != pair)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> whole[i]))
            .limit(DONORS)
            .toList();
    List<float[]> weights = new ArrayList<>();
    for (int donor : donors) {
      float[] around = CellGrid.window(distance.cells(photos.get(pair), photos.get(donor)), 3, 3);
      weights.add(around);
    }
    sharpen(weights);
    float[] sum = new float[width * height];
    float[] total = new float[width * height];
    for (int d = 0; d < donors.size(); d++) {
      Image sketch =
          ImageSize.resized(pairs.get(donors.get(d)).sketch().decode().grey(), width, height);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          float weight = between(weights.get(d), x, y, width, height);
          sum[y * width + x] += weight * sketch.data()[y * width + x];
          total[y * width + x] += weight;
        }
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] = total[i] > 0 ? sum[i] / total[i] : 1;
    }
    return Image.of(width, height, 1, sum);
  }

  /** Makes weights of distances: the nearest donor of each cell counts most. */
  private static void sharpen(List<float[]> distances) {
    for (int c = 0; c < CellGrid.CELLS; c++) {
      double least = Double.POSITIVE_INFINITY;
      for (float[] one : distances) {
        least = Math.min(least, one[c]);
      }
      for (float[] one : distances) {
        one[c] = (float) StrictMath.exp(-SHARPNESS * (one[c] / (least + 1e-6) - 1));
      }
    }
    for (int d = 0; d < distances.size(); d++) {
      distances.set(d, CellGrid.window(distances.get(d), 3, 3));
    }
  }

  private static Image map(Image sketch, float[] balance) {
    float[] smooth = CellGrid.window(balance, 3, 3);
    int width = sketch.width();
    int height = sketch.height();
    int size = width * height;
    float[] out = new float[3 * size];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float value = between(smooth, x, y, width, height);
        float ground = .5f + .5f * sketch.data()[i];
        float missing = share(-value);
        float extra = share(value);
        out[i] = ground * (1 - extra) + missing * (1 - ground);
        out[size + i] = ground * (1 - Math.max(missing, extra));
        out[2 * size + i] = ground * (1 - missing) + extra * (1 - ground);
      }
    }
    return Image.of(width, height, 3, out);
  }

  private static float share(float deviations) {
    return Math.max(0, Math.min(1, (deviations - SLIGHT) / (FULL - SLIGHT)));
  }

  /** The value of cells at a pixel of an image of any size. */
  private static float between(float[] cells, int x, int y, int width, int height) {
    double half = (CellGrid.SIZE - 1) / 2.;
    double column = ((x + .5) * WorkingPair.WIDTH / width - .5 - half) / CellGrid.STEP;
    double row = ((y + .5) * WorkingPair.HEIGHT / height - .5 - half) / CellGrid.STEP;
    double c = Math.max(0, Math.min(CellGrid.COLUMNS - 1.001, column));
    double r = Math.max(0, Math.min(CellGrid.ROWS - 1.001, row));
    int left = (int) c;
    int top = (int) r;
    float f = (float) (c - left);
    float g = (float) (r - top);
    int at = top * CellGrid.COLUMNS + left;
    return (1 - g) * ((1 - f) * cells[at] + f * cells[at + 1])
        + g * ((1 - f) * cells[at + CellGrid.COLUMNS] + f * cells[at + CellGrid.COLUMNS + 1]);
  }
}
