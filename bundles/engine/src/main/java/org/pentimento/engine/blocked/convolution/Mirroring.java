package org.pentimento.engine.blocked.convolution;

import java.nio.FloatBuffer;
import org.pentimento.engine.blocked.tape.Memory;
import org.pentimento.engine.blocked.tape.Tape;
import org.pentimento.engine.blocked.tape.Tape.Purpose;
import org.pentimento.engine.blocked.tape.Value;
import org.pentimento.engine.onednn.Block;
import org.pentimento.engine.onednn.BlockLayout;
import org.pentimento.engine.parallel.ParallelLoop;

/**
 * Widens images by what they show near their edges, mirrored at the outermost row or column, which
 * is not repeated.
 *
 * @param margin in pixels; 0 leaves everything as it is
 */
record Mirroring(int margin) {

  /** The values of an input in a layout, which is of the widened images. */
  Block widen(Value input, BlockLayout layout, Tape tape, Memory memory) {
    if (margin == 0) {
      return input.as(layout, tape, memory);
    }
    long[] sizes = input.block().layout().sizes();
    if (margin >= Math.min(sizes[2], sizes[3])) {
      throw new IllegalArgumentException(
          "a margin of " + margin + " around " + sizes[3] + "x" + sizes[2] + " pixels");
    }
    Planes inside = new Planes(input.as(BlockLayout.sixteens(sizes), tape, memory));
    long[] wider = {sizes[0], sizes[1], sizes[2] + 2L * margin, sizes[3] + 2L * margin};
    Planes outside = new Planes(memory.keep(BlockLayout.sixteens(wider)));
    tape.add(
        Purpose.ALL,
        () ->
            ParallelLoop.run(
                inside.count(), inside.values(), plane -> widen(inside, outside, plane)));
    return new Value(outside.block(), false).as(layout, tape, memory);
  }

  private void widen(Planes inside, Planes outside, int plane) {
    float[] row = new float[outside.line()];
    int from = margin * Planes.PIXEL;
    int length = inside.line();
    for (int y = 0; y < outside.height(); y++) {
      inside
          .floats()
          .get(inside.at(plane, mirrored(y - margin, inside.height())), row, from, length);
      for (int i = 1; i <= margin; i++) {
        int left = from;
        int right = from + length - Planes.PIXEL;
        int away = i * Planes.PIXEL;
        System.arraycopy(row, left + away, row, left - away, Planes.PIXEL);
        System.arraycopy(row, right - away, row, right + away, Planes.PIXEL);
      }
      outside.floats().put(outside.at(plane, y), row);
    }
  }

  private static int mirrored(int y, int height) {
    return y < 0 ? -y : y >= height ? 2 * (height - 1) - y : y;
  }

  /**
   * The gradient for the images, from the gradient for the widened images, which is given back:
   * what falls on the margin counts for the pixel that it shows.
   */
  Block fold(Block gradient, Purpose purpose, Tape tape, Memory memory) {
    if (margin == 0) {
      return gradient;
    }
    long[] wider = gradient.layout().sizes();
    Value wide = new Value(gradient, purpose == Purpose.INPUT);
    wide.addGradient(gradient);
    Planes outside = new Planes(wide.gradient(BlockLayout.sixteens(wider), tape, memory));
    long[] sizes = {wider[0], wider[1], wider[2] - 2L * margin, wider[3] - 2L * margin};
    Planes inside = new Planes(memory.lend(BlockLayout.sixteens(sizes)));
    tape.add(
        purpose,
        () ->
            ParallelLoop.run(
                inside.count(), inside.values(), plane -> fold(outside, inside, plane)));
    memory.giveBack(outside.block());
    return inside.block();
  }

  private void fold(Planes outside, Planes inside, int plane) {
    float[] sum = new float[outside.line()];
    float[] row = new float[outside.line()];
    int from = margin * Planes.PIXEL;
    int length = inside.line();
    int height = inside.height();
    for (int y = 0; y < height; y++) {
      outside.floats().get(outside.at(plane, y + margin), sum);
      if (y >= 1 && y <= margin) {
        add(outside, plane, margin - y, row, sum);
      }
      int fromEnd = height - 1 - y;
      if (fromEnd >= 1 && fromEnd <= margin) {
        add(outside, plane, margin + height - 1 + fromEnd, row, sum);
      }
      for (int i = 1; i <= margin; i++) {
        int right = from + length - Planes.PIXEL;
        int away = i * Planes.PIXEL;
        for (int c = 0; c < Planes.PIXEL; c++) {
          sum[from + away + c] += sum[from - away + c];
          sum[right - away + c] += sum[right + away + c];
        }
      }
      inside.floats().put(inside.at(plane, y), sum, from, length);
    }
  }

  private static void add(Planes planes, int plane, int y, float[] row, float[] sum) {
    planes.floats().get(planes.at(plane, y), row);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += row[i];
    }
  }

  /** Images with channels in groups of sixteen, group by group. */
  private record Planes(Block block, FloatBuffer floats, int count, int height, int width) {
    static final int PIXEL = BlockLayout.GROUP;

    Planes(Block block) {
      this(block, block.layout().sizes());
    }

    private Planes(Block block, long[] sizes) {
      this(
          block,
          block.floats(),
          Math.toIntExact(sizes[0] * ((sizes[1] + PIXEL - 1) / PIXEL)),
          Math.toIntExact(sizes[2]),
          Math.toIntExact(sizes[3]));
    }

    long values() {
      return (long) count * height * line();
    }

    int line() {
      return width * PIXEL;
    }

    int at(int plane, int y) {
      return Math.multiplyExact(plane * height + y, line());
    }
  }
}
