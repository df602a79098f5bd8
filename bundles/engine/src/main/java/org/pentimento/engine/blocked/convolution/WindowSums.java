package org.pentimento.engine.blocked.convolution;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.parallel.ParallelLoop;
import org.pentimento.engine.tensor.NativeArrays;

/**
 * Sums over what a place's window sees, and back. What pixels give lies in images with channels in
 * groups of sixteen, a channel for each place of the window and each output; sums lie in planes.
 *
 * @param size side of the window
 * @param padding zeros around the image
 */
record WindowSums(int size, int padding) {
  private static final int PIXEL = BlockLayout.GROUP;

  /** Sizes of both sides. */
  private record Sides(
      int images, int outputs, int groups, int height, int width, int rows, int columns) {
    static Sides of(Block gifts, Block sums) {
      long[] g = gifts.layout().sizes();
      long[] s = sums.layout().sizes();
      return new Sides(
          (int) g[0],
          (int) s[1],
          (int) ((g[1] + PIXEL - 1) / PIXEL),
          (int) g[2],
          (int) g[3],
          (int) s[2],
          (int) s[3]);
    }

    long values() {
      return (long) images * groups * PIXEL * height * width;
    }

    /** Where a line of a group of channels begins. */
    int gift(int image, int group, int y) {
      return Math.multiplyExact((image * groups + group) * height + y, width * PIXEL);
    }

    /** Where a row of a plane begins. */
    int sum(int image, int output, int row) {
      return ((image * outputs + output) * rows + row) * columns;
    }
  }

  /**
   * Sums up.
   *
   * @param biases added to the sums, from the first on; null for none
   */
  Runnable gathering(Block gifts, Block sums, @Nullable FloatBuffer biases, int first) {
    Sides sides = Sides.of(gifts, sums);
    FloatBuffer from = gifts.floats();
    FloatBuffer to = sums.floats();
    return () ->
        ParallelLoop.run(
            sides.images() * sides.rows(),
            sides.values(),
            turn -> {
              int image = turn / sides.rows();
              int row = turn % sides.rows();
              float[][] out = new float[sides.outputs()][sides.columns()];
              for (int o = 0; biases != null && o < out.length; o++) {
                Arrays.fill(out[o], biases.get(first + o));
              }
              float[] line = new float[sides.width() * PIXEL];
              for (int dy = 0; dy < size; dy++) {
                gather(sides, from, image, row + dy - padding, dy, line, out);
              }
              for (int o = 0; o < out.length; o++) {
                to.put(sides.sum(image, o, row), out[o]);
              }
            });
  }

  private void gather(
      Sides sides, FloatBuffer from, int image, int y, int dy, float[] line, float[][] out) {
    if (y < 0 || y >= sides.height()) {
      return;
    }
    int read = -1;
    for (int dx = 0; dx < size; dx++) {
      for (int o = 0; o < out.length; o++) {
        int channel = (dy * size + dx) * out.length + o;
        if (channel / PIXEL != read) {
          read = channel / PIXEL;
          from.get(sides.gift(image, read, y), line);
        }
        float[] sums = out[o];
        int shift = dx - padding;
        int begin = Math.max(0, -shift);
        int end = Math.min(sums.length, sides.width() - shift);
        for (int x = begin, i = (begin + shift) * PIXEL + channel % PIXEL;
            x < end;
            x++, i += PIXEL) {
          sums[x] += line[i];
        }
      }
    }
  }

  /** Gives each pixel, for each place that sees it, what the sums' gradient is there. */
  Runnable spreading(Block sums, Block gifts) {
    Sides sides = Sides.of(gifts, sums);
    FloatBuffer from = sums.floats();
    FloatBuffer to = gifts.floats();
    return () ->
        ParallelLoop.run(
            sides.images() * sides.height(), sides.values(), turn -> spread(sides, from, to, turn));
  }

  private void spread(Sides sides, FloatBuffer from, FloatBuffer to, int turn) {
    int image = turn / sides.height();
    int y = turn % sides.height();
    float[][] rows = new float[size * sides.outputs()][];
    for (int dy = 0; dy < size; dy++) {
      int row = y - dy + padding;
      for (int o = 0; row >= 0 && row < sides.rows() && o < sides.outputs(); o++) {
        float[] values = new float[sides.columns()];
        from.get(sides.sum(image, o, row), values);
        rows[dy * sides.outputs() + o] = values;
      }
    }
    int channels = size * size * sides.outputs();
    for (int group = 0; group < sides.groups(); group++) {
      float[] line = new float[sides.width() * PIXEL];
      for (int lane = 0; lane < PIXEL && group * PIXEL + lane < channels; lane++) {
        int channel = group * PIXEL + lane;
        int place = channel / sides.outputs();
        float[] values = rows[place / size * sides.outputs() + channel % sides.outputs()];
        int shift = padding - place % size;
        int begin = Math.max(0, -shift);
        int end = Math.min(sides.width(), sides.columns() - shift);
        for (int x = begin, i = begin * PIXEL + lane; values != null && x < end; x++, i += PIXEL) {
          line[i] = values[x + shift];
        }
      }
      to.put(sides.gift(image, group, y), line);
    }
  }

  /** Sums up the sums' gradient for each output. */
  Runnable biasGradient(Block sums, INDArray gradient) {
    long[] sizes = sums.layout().sizes();
    int outputs = (int) sizes[1];
    int area = (int) (sizes[2] * sizes[3]);
    FloatBuffer from = sums.floats();
    return () -> {
      double[] totals = new double[outputs];
      float[] plane = new float[area];
      for (int i = 0; i < sizes[0] * outputs; i++) {
        from.get(i * area, plane);
        for (float value : plane) {
          totals[i % outputs] += value;
        }
      }
      FloatBuffer to = gradient.data().asNioFloat();
      for (int o = 0; o < outputs; o++) {
        to.put((int) gradient.data().offset() + o, (float) totals[o]);
      }
      NativeArrays.written(gradient);
    };
  }
}
