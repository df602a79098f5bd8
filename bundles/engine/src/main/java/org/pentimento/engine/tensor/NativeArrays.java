package org.pentimento.engine.tensor;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies between tensors in Java memory and ND4J's native arrays. */
public final class NativeArrays {
  private NativeArrays() {}

  /** A copy of a native array of any layout, as 32-bit floats in row-major order. */
  public static Tensor copyOf(INDArray array) {
    try (INDArray dense = Nd4j.createUninitialized(DataType.FLOAT, array.shape(), 'c')) {
      dense.assign(array);
      float[] values = new float[Math.toIntExact(dense.length())];
      dense.data().asNioFloat().get(values);
      return Tensor.of(shape(array), values);
    }
  }

  /** Overwrites a native array of any layout with a tensor of its shape. */
  public static void assign(INDArray array, Tensor tensor) {
    try (INDArray dense = Nd4j.createUninitialized(DataType.FLOAT, array.shape(), 'c')) {
      put(dense, tensor.values());
      array.assign(dense);
    }
  }

  /** Overwrites a dense row-major native array of 32-bit floats that is no view of another. */
  public static void put(INDArray dense, float[] values) {
    if (dense.length() != values.length) {
      throw new IllegalArgumentException(values.length + " values for " + dense.length());
    }
    dense.data().asNioFloat().put(values);
    written(dense);
  }

  /** The memory of a vector of 32-bit floats, which may be a view. */
  public static FloatBuffer floats(INDArray vector) {
    return vector
        .data()
        .asNioFloat()
        .slice(Math.toIntExact(vector.data().offset()), Math.toIntExact(vector.length()));
  }

  /**
   * To be called after an array's memory was written to directly, because a GPU has its own copy.
   */
  public static void written(INDArray array) {
    Nd4j.getAffinityManager().tagLocation(array, AffinityManager.Location.HOST);
  }

  private static int[] shape(INDArray array) {
    return Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
  }
}
