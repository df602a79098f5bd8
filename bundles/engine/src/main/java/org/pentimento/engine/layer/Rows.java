package org.pentimento.engine.layer;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.tensor.NativeArrays;

/**
 * A dense native array [..., channels] as rows of channels, read and written some rows at a time.
 * Arithmetic on them is in double precision, whatever the array's type is.
 */
final class Rows {
  /** Values at a time; two or three such blocks fit into the fastest cache. */
  private static final int BLOCK = 1024;

  private final int count;
  private final int channels;
  private final INDArray array;
  private final Buffer memory;
  private final int first;
  private final float[] floats;

  /**
   * The rows of an array.
   *
   * @param array of floats or doubles
   */
  Rows(INDArray array) {
    this.array = array;
    boolean doubles = array.dataType() == DataType.DOUBLE;
    this.channels = Math.toIntExact(array.size(array.rank() - 1));
    this.count = Math.toIntExact(array.length() / channels);
    this.memory = doubles ? array.data().asNioDouble() : array.data().asNioFloat();
    // A view's memory is all of what it is a view of.
    this.first = Math.toIntExact(array.data().offset());
    this.floats = new float[doubles ? 0 : perBlock() * channels];
  }

  /** Number of all rows. */
  int count() {
    return count;
  }

  /** Number of rows of a block. */
  int perBlock() {
    return Math.max(1, BLOCK / channels);
  }

  /** Space for a block. */
  double[] block() {
    return new double[perBlock() * channels];
  }

  /** Reads rows to the beginning of a block. */
  void read(int row, int rows, double[] block) {
    int from = Math.addExact(first, Math.multiplyExact(row, channels));
    int values = rows * channels;
    if (memory instanceof DoubleBuffer doubles) {
      doubles.get(from, block, 0, values);
    } else {
      ((FloatBuffer) memory).get(from, floats, 0, values);
      for (int i = 0; i < values; i++) {
        block[i] = floats[i];
      }
    }
  }

  /** Writes rows from the beginning of a block. */
  void write(int row, int rows, double[] block) {
    int from = Math.addExact(first, Math.multiplyExact(row, channels));
    int values = rows * channels;
    if (memory instanceof DoubleBuffer doubles) {
      doubles.put(from, block, 0, values);
    } else {
      for (int i = 0; i < values; i++) {
        floats[i] = (float) block[i];
      }
      ((FloatBuffer) memory).put(from, floats, 0, values);
    }
    NativeArrays.written(array);
  }
}
