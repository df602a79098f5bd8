package org.pentimento.model.child.gradient;

import ai.onnxruntime.OnnxTensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a network is when a photo of one size is drawn.
 *
 * @param shape its sides
 * @param whole whether it holds 64-bit whole numbers
 * @param numbers themselves where they are the same for every photo, in row-major order; null where
 *     they depend on the photo's pixels, or are of a type that no rule asks for
 */
record Known(List<Integer> shape, boolean whole, float @Nullable [] numbers) {
  /** Of a value that depends on the photo's pixels. */
  static Known varying(List<Integer> shape) {
    return new Known(shape, false, null);
  }

  /** Of a value that is the same for every photo. */
  static Known constant(OnnxTensor tensor) {
    List<Integer> shape =
        Arrays.stream(tensor.getInfo().getShape()).mapToObj(Math::toIntExact).toList();
    return switch (tensor.getInfo().type) {
      case FLOAT -> {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] numbers = new float[buffer.remaining()];
        buffer.get(numbers);
        yield new Known(shape, false, numbers);
      }
      case INT64 -> {
        LongBuffer buffer = tensor.getLongBuffer();
        float[] numbers = new float[buffer.remaining()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = buffer.get();
        }
        yield new Known(shape, true, numbers);
      }
      case INT32 -> {
        IntBuffer buffer = tensor.getIntBuffer();
        float[] numbers = new float[buffer.remaining()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = buffer.get();
        }
        yield new Known(shape, false, numbers);
      }
      case BOOL -> {
        ByteBuffer buffer = tensor.getByteBuffer();
        float[] numbers = new float[buffer.remaining()];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = buffer.get();
        }
        yield new Known(shape, false, numbers);
      }
      default -> new Known(shape, false, null);
    };
  }
}
