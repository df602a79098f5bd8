package org.pentimento.engine.layer;

import static org.pentimento.engine.layer.NativeOps.arrays;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients of convolutions with few channels on one side. The native conv2d_bp fills these up to
 * 16 and always computes the gradient for the input too; a product with the patches that the window
 * sees takes a fraction of its time. One image after the other, so that the patches stay small.
 */
final class PatchProducts {
  private final Buffers buffers;

  PatchProducts(Buffers buffers) {
    this.buffers = buffers;
  }

  /** Gradient for the weights of a convolution with few input channels. */
  void weightsOfFewInputs(INDArray x, Window window, INDArray dz, INDArray dw) {
    long k = window.size();
    INDArray total = product(x, window, dz);
    dw.assign(total.reshape('c', x.size(3), k, k, dz.size(3)).permute(1, 2, 0, 3));
  }

  /** Gradient for the weights of a convolution with few output channels and stride 1. */
  void weightsOfFewOutputs(INDArray x, Window window, INDArray dz, INDArray dw) {
    long area = (long) window.size() * window.size();
    // What an output pixel sees at an offset, an input pixel is seen by at the opposite one.
    INDArray total = product(dz, window.opposite(), x).reshape('c', dz.size(3), area, x.size(3));
    INDArray opposite = buffers.get("opposite", x.dataType(), area, x.size(3), dz.size(3));
    opposite.assign(total.permute(1, 2, 0));
    turn(opposite, dw);
  }

  /** Gradient for the input of the same: a convolution with the weights turned by half a turn. */
  void inputOfFewOutputs(INDArray w, Window window, INDArray dz, INDArray dx) {
    long k = window.size();
    INDArray turned = buffers.get("turned", w.dataType(), k * k, w.size(2), w.size(3));
    turn(w, turned);
    INDArray swapped = buffers.get("swapped", w.dataType(), k, k, w.size(3), w.size(2));
    swapped.reshape('c', k * k, w.size(3), w.size(2)).assign(turned.permute(0, 2, 1));
    NativeOps.run("conv2d", arrays(dz, swapped), arrays(dx), window.opposite().arguments());
  }

  /**
   * Turns a window by half a turn, which reverses its values. As a product with a reversed unit
   * matrix: the native reverse leaks some kilobytes a call.
   *
   * @param from [k, k, ...] or [k k, ...]
   * @param to of as many values
   */
  private void turn(INDArray from, INDArray to) {
    long area = from.rank() == 4 ? from.size(0) * from.size(1) : from.size(0);
    INDArray reversal = buffers.get("reversal", from.dataType(), area, area).assign(0);
    for (long i = 0; i < area; i++) {
      reversal.putScalar(i, area - 1 - i, 1);
    }
    long others = from.length() / area;
    NativeOps.run(
        "matmul",
        arrays(reversal, from.reshape('c', area, others)),
        arrays(to.reshape('c', area, others)));
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

  /**
   * Sum over all places of what the window sees of an image times what another image has there.
   *
   * @param image [batch, height, width, channels]
   * @param other [batch, height, width, channels] of the window's places
   * @return [channels x window, channels of the other]
   */
  private INDArray product(INDArray image, Window window, INDArray other) {
    long k = window.size();
    long channels = image.size(3);
    long places = other.size(1) * other.size(2);
    long others = other.size(3);
    INDArray planes =
        buffers.get(
            "planes", image.dataType(), image.size(0), channels, image.size(1), image.size(2));
    planes.assign(image.permute(0, 3, 1, 2));
    INDArray patches =
        buffers.get("patches", image.dataType(), 1, channels, k, k, other.size(1), other.size(2));
    INDArray total = buffers.get("total", image.dataType(), channels * k * k, others).assign(0);
    INDArray one = buffers.like("one", total);
    for (long b = 0; b < image.size(0); b++) {
      INDArray plane = planes.slice(b).reshape('c', 1, channels, image.size(1), image.size(2));
      NativeOps.run("im2col", arrays(plane), arrays(patches), window.patchArguments());
      NativeOps.run(
          "matmul",
          arrays(
              patches.reshape('c', channels * k * k, places),
              other.slice(b).reshape('c', places, others)),
          arrays(one));
      total.addi(one);
    }
    return total;
  }
}
