package org.pentimento.engine.tensor;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 32-bit floats of some shape, in row-major order. Only the maker of the {@link #values()} may
 * write to them, before the tensor is handed on.
 */
public final class Tensor {
  private final List<Integer> shape;
  private final float[] values;

  private Tensor(List<Integer> shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * Takes over an array as a tensor.
   *
   * @param shape sizes of the dimensions, none for a single number
   * @throws IllegalArgumentException if the shape has not as many values
   */
  public static Tensor of(List<Integer> shape, float[] values) {
    if (size(shape) != values.length) {
      throw new IllegalArgumentException(values.length + " values for a tensor of " + shape);
    }
    return new Tensor(List.copyOf(shape), values);
  }

  /** A tensor over an array, which is taken over; see {@link #of(List, float[])}. */
  public static Tensor of(int[] shape, float[] values) {
    return of(Arrays.stream(shape).boxed().toList(), values);
  }

  /** A vector. */
  public static Tensor vector(float... values) {
    return of(List.of(values.length), values);
  }

  /**
   * Number of values of a shape.
   *
   * @throws ArithmeticException if it does not fit into an int
   */
  public static int size(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** Sizes of the dimensions. */
  public List<Integer> shape() {
    return shape;
  }

  /** Size of one dimension. */
  public int size(int dimension) {
    return shape.get(dimension);
  }

  /** The values themselves, for reading only. */
  public float[] values() {
    return values;
  }

  /**
   * The sum of this tensor and a multiple of another one.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public Tensor plus(double factor, Tensor other) {
    if (!shape.equals(other.shape)) {
      throw new IllegalArgumentException(this + " plus " + other);
    }
    float[] sum = new float[values.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (values[i] + factor * other.values[i]);
    }
    return new Tensor(shape, sum);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tensor that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "tensor " + shape;
  }
}
