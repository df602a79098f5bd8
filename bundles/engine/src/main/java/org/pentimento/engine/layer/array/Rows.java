package org.pentimento.engine.layer.array;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.tensor.NativeArrays;

/** A dense native array [..., channels] as rows of channels, read and written some at a time. */
public final class Rows {
  private final int count;
  private final int channels;
  private final INDArray array;
  private final Buffer memory;
  private final int first;

  /**
   * The rows of an array.
   *
   * @param array of floats or doubles
   */
  public Rows(INDArray array) {
    this.array = array;
    this.channels = Math.toIntExact(array.size(array.rank() - 1));
    this.count = Math.toIntExact(array.length() / channels);
    this.memory =
        array.dataType() == DataType.DOUBLE
            ? array.data().asNioDouble()
            : array.data().asNioFloat();
    // A view's memory is all of what it is a view of.
    this.first = Math.toIntExact(array.data().offset());
  }

  /** Number of all rows. */
  public int count() {
    return count;
  }

  /** Number of values of a row. */
  public int channels() {
    return channels;
  }

  /** Reads rows of floats to the beginning of a block. */
  public void read(int row, int rows, float[] block) {
    ((FloatBuffer) memory).get(from(row), block, 0, rows * channels);
  }

  /** Writes rows of floats from the beginning of a block. */
  public void write(int row, int rows, float[] block) {
    ((FloatBuffer) memory).put(from(row), block, 0, rows * channels);
    NativeArrays.written(array);
  }

  /** Reads rows of doubles to the beginning of a block. */
  public void read(int row, int rows, double[] block) {
    ((DoubleBuffer) memory).get(from(row), block, 0, rows * channels);
  }

  /** Writes rows of doubles from the beginning of a block. */
  public void write(int row, int rows, double[] block) {
    ((DoubleBuffer) memory).put(from(row), block, 0, rows * channels);
    NativeArrays.written(array);
  }

  /** One row, whatever the type. */
  public double[] row(int row) {
    double[] values = new double[channels];
    if (memory instanceof DoubleBuffer) {
      read(row, 1, values);
    } else {
      float[] floats = new float[channels];
      read(row, 1, floats);
      Arrays.setAll(values, i -> floats[i]);
    }
    return values;
  }

  /** Overwrites one row, whatever the type. */
  public void set(int row, double[] values) {
    if (memory instanceof DoubleBuffer) {
      write(row, 1, values);
    } else {
      float[] floats = new float[channels];
      for (int i = 0; i < channels; i++) {
        floats[i] = (float) values[i];
      }
      write(row, 1, floats);
    }
  }

  private int from(int row) {
    return Math.addExact(first, Math.multiplyExact(row, channels));
  }
}
