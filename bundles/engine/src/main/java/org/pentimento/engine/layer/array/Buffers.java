package org.pentimento.engine.layer.array;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The native arrays of one layer, kept from step to step, so that training makes no native garbage.
 * An array is made anew only when its shape changes; the old one is freed at once. Not thread-safe.
 */
public final class Buffers implements AutoCloseable {
  private final Map<String, INDArray> arrays = new HashMap<>();

  /** The array of a name with undefined content, dense and in row-major order. */
  public INDArray get(String name, DataType type, long... shape) {
    INDArray array = arrays.get(name);
    if (array != null && array.dataType() == type && Arrays.equals(array.shape(), shape)) {
      return array;
    }
    if (array != null) {
      array.close();
    }
    INDArray fresh = Nd4j.createUninitialized(type, shape, 'c');
    arrays.put(name, fresh);
    return fresh;
  }

  /** The array of a name, filled with zeros when it is made; what is written to it later stays. */
  public INDArray zeros(String name, DataType type, long... shape) {
    INDArray before = arrays.get(name);
    INDArray array = get(name, type, shape);
    return array == before ? array : array.assign(0);
  }

  /** An array shaped as another one. */
  public INDArray like(String name, INDArray other) {
    return get(name, other.dataType(), other.shape());
  }

  /** The array itself if it is dense and row-major as the native operations want it, or a copy. */
  public INDArray dense(String name, INDArray array) {
    if (array.ordering() == 'c' && isDense(array)) {
      return array;
    }
    return like(name, array).assign(array);
  }

  private static boolean isDense(INDArray array) {
    long expected = 1;
    for (int i = array.rank() - 1; i >= 0; i--) {
      if (array.size(i) != 1 && array.stride(i) != expected) {
        return false;
      }
      expected *= array.size(i);
    }
    return true;
  }

  @Override
  public void close() {
    arrays.values().forEach(INDArray::close);
    arrays.clear();
  }
}
