package org.pentimento.detector.frame;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Image;
import org.pentimento.detector.frame.WorkingPair.Origin;
import org.pentimento.detector.numbers.Loops;

/** Reads pairs and brings them to working size. */
public final class PairReader {
  private static final float DARK = 170 / 255f;
  private static final float COLOURED = 3 / 255f;

  private PairReader() {}

  /**
   * Reads pairs, several at a time, each one unit of progress.
   *
   * @return as many, in the same order
   * @throws BadInputException if an image cannot be used
   */
  public static List<WorkingPair> read(
      List<SuspectPair> pairs, Placement placement, Progress progress)
      throws IOException, CancelledException {
    WorkingPair[] read = new WorkingPair[pairs.size()];
    Loops.each(read.length, progress, i -> read[i] = read(pairs.get(i), placement));
    return List.of(read);
  }

  /** Reads one pair. */
  public static WorkingPair read(SuspectPair pair, Placement placement) throws IOException {
    Image photo = pair.photo().decode();
    Image sketch = pair.sketch().decode().grey();
    if (!photo.sameSize(sketch)) {
      throw new BadInputException(
          "A photo has %d × %d pixels, and its sketch %d × %d%s."
              .formatted(
                  photo.width(),
                  photo.height(),
                  sketch.width(),
                  sketch.height(),
                  pair.sketch().file().map(f -> ": " + f).orElse("")),
          "Give photo and sketch of a pair the same size.");
    }
    int width = photo.width();
    int height = photo.height();
    Sampler sampler =
        placement
            .origin(pair.eyes().map(e -> Placement.atWorkingSize(e, width, height)))
            .<Sampler>map(origin -> new MovedSampler(width, height, origin))
            .orElseGet(
                () -> new AreaAverage(width, height, WorkingPair.WIDTH, WorkingPair.HEIGHT)::apply);
    float[][] colours = new float[3][];
    boolean colour = isColoured(photo);
    for (int p = 0; p < 3; p++) {
      colours[p] =
          p < photo.planes() ? sampler.sample(photo.data(), p * width * height) : colours[0];
    }
    int size = WorkingPair.WIDTH * WorkingPair.HEIGHT;
    float[] luminance = new float[size];
    float[] blueness = new float[size];
    float[] redness = new float[size];
    for (int i = 0; i < size; i++) {
      float y = .299f * colours[0][i] + .587f * colours[1][i] + .114f * colours[2][i];
      luminance[i] = y;
      if (colour) {
        blueness[i] = .564f * (colours[2][i] - y);
        redness[i] = .713f * (colours[0][i] - y);
      }
    }
    float[] ink = new float[width * height];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = sketch.data()[i] < DARK ? 1 : 0;
    }
    Origin origin = Traces.of(photo.grey(), colour, pair.eyes().isPresent());
    return new WorkingPair(
        luminance,
        blueness,
        redness,
        sampler.sample(sketch.data(), 0),
        sampler.sample(ink, 0),
        origin);
  }

  /** Whether the planes differ visibly somewhere beyond a trace that storing leaves. */
  static boolean isColoured(Image photo) {
    if (photo.planes() == 1) {
      return false;
    }
    int n = photo.width() * photo.height();
    float[] data = photo.data();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.abs(data[i] - data[n + i]) + Math.abs(data[2 * n + i] - data[n + i]);
    }
    return sum / n > COLOURED;
  }

  @FunctionalInterface
  private interface Sampler {
    float[] sample(float[] values, int offset);
  }

  /** Samples a photo that is moved, turned and scaled, several points a pixel. */
  private record MovedSampler(int width, int height, double[] origin) implements Sampler {
    @Override
    public float[] sample(float[] values, int offset) {
      double across = width / (double) WorkingPair.WIDTH;
      double down = height / (double) WorkingPair.HEIGHT;
      int points = Math.max(1, (int) Math.ceil(Math.max(across, down)));
      float[] out = new float[WorkingPair.WIDTH * WorkingPair.HEIGHT];
      for (int v = 0; v < WorkingPair.HEIGHT; v++) {
        for (int u = 0; u < WorkingPair.WIDTH; u++) {
          double sum = 0;
          for (int k = 0; k < points * points; k++) {
            double uu = u - .5 + (k % points + .5) / points;
            int row = k / points;
            double vv = v - .5 + (row + .5) / points;
            double x = origin[0] * uu - origin[1] * vv + origin[2];
            double y = origin[1] * uu + origin[0] * vv + origin[3];
            sum += at(values, offset, (x + .5) * across - .5, (y + .5) * down - .5);
          }
          out[v * WorkingPair.WIDTH + u] = (float) (sum / (points * points));
        }
      }
      return out;
    }

    private double at(float[] values, int offset, double x, double y) {
      double column = Math.max(0, Math.min(width - 1, x));
      double down = Math.max(0, Math.min(height - 1, y));
      int left = (int) column;
      int top = (int) down;
      int right = Math.min(width - 1, left + 1);
      int bottom = Math.min(height - 1, top + 1);
      double f = column - left;
      double g = down - top;
      int upper = offset + top * width;
      int lower = offset + bottom * width;
      return (1 - g) * ((1 - f) * values[upper + left] + f * values[upper + right])
          + g * ((1 - f) * values[lower + left] + f * values[lower + right]);
    }
  }
}
