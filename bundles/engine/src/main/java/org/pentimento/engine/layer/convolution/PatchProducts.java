package org.pentimento.engine.layer.convolution;

import static org.pentimento.engine.layer.array.NativeOps.arrays;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.pentimento.engine.layer.array.Buffers;
import org.pentimento.engine.layer.array.NativeOps;
import org.pentimento.engine.layer.array.Rows;
import org.pentimento.engine.parallel.ParallelLoop;
import org.pentimento.engine.tensor.NativeArrays;

/**
 * Convolutions and their gradients as products of matrices. The native conv2d_bp always computes
 * the gradients for the weights and for the input together, pads few channels to 16, and is several
 * times slower than these products where an image is small and its channels are many.
 */
final class PatchProducts {
  /** Patches that are laid out at a time, in values; with their product they stay in the cache. */
  private static final long CHUNK = 512 * 1024;

  /** What one thread lays out at a time, in values. */
  private static final long SHARE = 32 * 1024;

  private final Buffers buffers;

  PatchProducts(Buffers buffers) {
    this.buffers = buffers;
  }

  /**
   * A convolution without bias.
   *
   * @param x [batch, height, width, iC]
   * @param w [k, k, iC, oC]
   * @param z [batch, rows, columns, oC]; overwritten
   */
  void outputs(INDArray x, Window window, INDArray w, INDArray z) {
    long patch = window.size() * window.size() * x.size(3);
    long rows = z.size(0) * z.size(1);
    long places = rows * z.size(2);
    INDArray patches = buffers.get("all patches", x.dataType(), places, patch);
    INDArray padded = padded(x, window.padding());
    layOut(padded, window, z.size(1), z.size(2), 0, rows, patches);
    NativeOps.run(
        "matmul",
        arrays(patches, w.reshape('c', patch, z.size(3))),
        arrays(z.reshape('c', places, z.size(3))));
  }

  /**
   * A convolution of floats with one output, stride 1 and no bias: first what each input pixel
   * gives to the places that see it, then the sums. The native conv2d computes 16 outputs to keep
   * one.
   *
   * @param x [batch, height, width, iC]
   * @param w [k, k, iC, 1]
   * @param z [batch, rows, columns, 1]; overwritten
   */
  void oneOutput(INDArray x, Window window, INDArray w, INDArray z) {
    int k = window.size();
    int area = k * k;
    int width = Math.toIntExact(x.size(2));
    int height = Math.toIntExact(x.size(1));
    long pixels = x.length() / x.size(3);
    INDArray given = buffers.get("given", x.dataType(), pixels, area);
    NativeOps.run(
        "matmul",
        arrays(x.reshape('c', pixels, x.size(3)), w.reshape('c', area, x.size(3))),
        arrays(given),
        0,
        1);
    Rows source = new Rows(given);
    int rows = Math.toIntExact(z.size(1));
    int columns = Math.toIntExact(z.size(2));
    Rows target = new Rows(z.reshape('c', z.size(0) * rows, columns));
    int rowsPerTurn = (int) Math.max(1, SHARE / ((long) width * area));
    ParallelLoop.run(
        (target.count() + rowsPerTurn - 1) / rowsPerTurn,
        turn -> {
          float[] line = new float[width * area];
          float[] sums = new float[columns];
          int end = Math.min(target.count(), (turn + 1) * rowsPerTurn);
          for (int row = turn * rowsPerTurn; row < end; row++) {
            Arrays.fill(sums, 0);
            for (int dy = 0; dy < k; dy++) {
              int y = row % rows + dy - window.padding();
              if (y >= 0 && y < height) {
                source.read((row / rows * height + y) * width, width, line);
                for (int dx = 0; dx < k; dx++) {
                  add(line, area, dy * k + dx, dx - window.padding(), sums);
                }
              }
            }
            target.write(row, 1, sums);
          }
        });
  }

  /** Adds every area-th value of a line, beginning with the first, to sums that are shifted. */
  private static void add(float[] line, int area, int first, int shift, float[] sums) {
    int from = Math.max(0, -shift);
    int to = Math.min(sums.length, line.length / area - shift);
    for (int x = from, i = first + (from + shift) * area; x < to; x++, i += area) {
      sums[x] += line[i];
    }
  }

  /**
   * Gradient for the weights: the sum over all places of what the window sees of the input times
   * what the output's gradient is there.
   *
   * @param x [batch, height, width, iC]
   * @param dz [batch, rows, columns, oC] of the window's places
   * @param dw [k, k, iC, oC]; overwritten
   */
  void weights(INDArray x, Window window, INDArray dz, INDArray dw) {
    long patch = window.size() * window.size() * x.size(3);
    INDArray product = dw.reshape('c', patch, dz.size(3));
    INDArray places = dz.reshape('c', dz.length() / dz.size(3), dz.size(3));
    INDArray padded = padded(x, window.padding());
    long columns = dz.size(2);
    long rows = dz.size(0) * dz.size(1);
    long rowsPerChunk = Math.min(rows, Math.max(1, CHUNK / (columns * patch)));
    INDArray patches = buffers.get("patches", x.dataType(), rowsPerChunk * columns, patch);
    for (long row = 0; row < rows; row += rowsPerChunk) {
      long count = Math.min(rowsPerChunk, rows - row);
      layOut(padded, window, dz.size(1), columns, row, count, patches);
      NativeOps.runWith(
          new double[] {1, row == 0 ? 0 : 1},
          "matmul",
          arrays(rows(patches, 0, count * columns), rows(places, row * columns, count * columns)),
          arrays(product),
          1,
          0);
    }
  }

  /**
   * Gradient for the weights of a convolution with stride 1, faster than {@link #weights} if it has
   * far fewer outputs than inputs. If an output pixel sees an input pixel at an offset, the input
   * pixel is seen at the opposite offset.
   */
  void weightsOfFewOutputs(INDArray x, Window window, INDArray dz, INDArray dw) {
    long k = window.size();
    INDArray opposite = buffers.get("opposite", x.dataType(), k, k, dz.size(3), x.size(3));
    weights(dz, window.opposite(), x, opposite);
    turn(opposite, dw);
  }

  /**
   * Gradient for the input of a convolution with stride 1: a convolution with the weights turned by
   * half a turn.
   */
  void inputOfStride1(INDArray w, Window window, INDArray dz, INDArray dx) {
    INDArray turned =
        buffers.get("turned", w.dataType(), w.size(0), w.size(1), w.size(3), w.size(2));
    turn(w, turned);
    NativeOps.run("conv2d", arrays(dz, turned), arrays(dx), window.opposite().arguments());
  }

  /**
   * Turns a window by half a turn and swaps its inputs and outputs: [k, k, a, b] to [k, k, b, a].
   */
  private static void turn(INDArray from, INDArray to) {
    int area = Math.toIntExact(from.size(0) * from.size(1));
    int a = Math.toIntExact(from.size(2));
    int b = Math.toIntExact(from.size(3));
    Rows source = new Rows(from);
    Rows target = new Rows(to);
    ParallelLoop.run(
        area,
        offset -> {
          double[][] matrix = new double[a][];
          for (int i = 0; i < a; i++) {
            matrix[i] = source.row(offset * a + i);
          }
          double[] row = new double[a];
          for (int j = 0; j < b; j++) {
            for (int i = 0; i < a; i++) {
              row[i] = matrix[i][j];
            }
            target.set((area - 1 - offset) * b + j, row);
          }
        });
  }

  /** Sums over batch, rows and columns, as a product with a row of ones. */
  void sums(INDArray values, INDArray sums) {
    long channels = sums.length();
    long count = values.length() / channels;
    INDArray ones = buffers.get("ones", values.dataType(), 1, count).assign(1);
    NativeOps.run(
        "matmul",
        arrays(ones, values.reshape('c', count, channels)),
        arrays(sums.reshape('c', 1, channels)));
  }

  private static INDArray rows(INDArray matrix, long from, long count) {
    return count == matrix.size(0)
        ? matrix
        : matrix.get(NDArrayIndex.interval(from, from + count), NDArrayIndex.all());
  }

  /** The images with so many zeros on each side. */
  private INDArray padded(INDArray x, int padding) {
    if (padding == 0) {
      return x;
    }
    long height = x.size(1) + 2L * padding;
    long width = x.size(2) + 2L * padding;
    INDArray padded = buffers.zeros("padded", x.dataType(), x.size(0), height, width, x.size(3));
    ByteBuffer from = x.data().asNio();
    ByteBuffer to = padded.data().asNio();
    int pixel = Math.toIntExact(x.size(3) * x.dataType().width());
    int line = Math.toIntExact(x.size(2) * pixel);
    int start = Math.toIntExact(x.data().offset() * x.dataType().width());
    int images = Math.toIntExact(x.size(0));
    int lines = Math.toIntExact(x.size(1));
    ParallelLoop.run(
        images,
        image -> {
          for (int y = 0; y < lines; y++) {
            int place = (int) ((image * height + y + padding) * width + padding);
            to.put(place * pixel, from, start + (image * lines + y) * line, line);
          }
        });
    NativeArrays.written(padded);
    return padded;
  }

  /**
   * Lays out what the window sees, place by place: its k x k pixels with all their channels.
   *
   * @param images padded already
   * @param places rows of places in each image
   * @param columns places in each row
   * @param first of all images' rows of places to lay out
   * @param count of rows to lay out
   * @param patches [count columns or more, k k channels]
   */
  private static void layOut(
      INDArray images,
      Window window,
      long places,
      long columns,
      long first,
      long count,
      INDArray patches) {
    ByteBuffer from = images.data().asNio();
    ByteBuffer to = patches.data().asNio();
    int k = window.size();
    int pixel = Math.toIntExact(images.size(3) * images.dataType().width());
    int start = Math.toIntExact(images.data().offset() * images.dataType().width());
    int width = Math.toIntExact(images.size(2));
    int height = Math.toIntExact(images.size(1));
    long rowsPerTurn = Math.max(1, SHARE / (columns * patches.size(1)));
    ParallelLoop.run(
        Math.toIntExact((count + rowsPerTurn - 1) / rowsPerTurn),
        turn -> {
          long end = Math.min(count, (turn + 1) * rowsPerTurn);
          for (long row = turn * rowsPerTurn; row < end; row++) {
            int image = (int) ((first + row) / places);
            int y = (int) ((first + row) % places) * window.stride();
            int target = (int) (row * columns) * k * k * pixel;
            for (int x = 0; x < columns; x++) {
              for (int line = 0; line < k; line++) {
                int seen = (image * height + y + line) * width + x * window.stride();
                to.put(target, from, start + seen * pixel, k * pixel);
                target += k * pixel;
              }
            }
          }
        });
    NativeArrays.written(patches);
  }
}
