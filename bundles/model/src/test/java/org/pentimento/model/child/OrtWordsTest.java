package org.pentimento.model.child;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrtWordsTest {
  private static final String NODE =
      "Error code - ORT_RUNTIME_EXCEPTION - message: Non-zero status code returned while running ";

  @Test
  void aPartThatFailsIsNamed() {
    assertThat(
            OrtWords.of(
                NODE
                    + "Reshape node. Name:'fold' Status Message: /onnxruntime_src/onnxruntime/core/"
                    + "providers/cpu/tensor/reshape_helper.h:47 onnxruntime::ReshapeHelper::"
                    + "ReshapeHelper(const onnxruntime::TensorShape&, onnxruntime::"
                    + "TensorShapeVector&, bool) input_shape_size == size was false. The input"
                    + " tensor cannot be reshaped to the requested shape. Input shape:{1,3,64,64},"
                    + " requested shape:{1,3,32,32}\n"))
        .isEqualTo(
            "its part 'fold' (Reshape) fails: The input tensor cannot be reshaped to the requested"
                + " shape. Input shape:{1,3,64,64}, requested shape:{1,3,32,32}");
    assertThat(
            OrtWords.of(
                NODE
                    + "Add node. Name:'' Status Message: /onnxruntime_src/onnxruntime/core/"
                    + "providers/cpu/math/element_wise_ops.h:560 void onnxruntime::"
                    + "BroadcastIterator::Init(ptrdiff_t, ptrdiff_t) axis == 1 || axis == largest"
                    + " was false. Attempting to broadcast an axis by a dimension other than 1. 33"
                    + " by 34\n"))
        .isEqualTo(
            "its part (Add) fails: Attempting to broadcast an axis by a dimension other than 1. 33"
                + " by 34");
    assertThat(OrtWords.of(NODE + "Conv node. Name:'c' Status Message: /a/b.h:7 void f()\n"))
        .isEqualTo("its part 'c' (Conv) fails");
  }

  @Test
  void anythingElseIsOneLineWithoutItsCode() {
    assertThat(
            OrtWords.of(
                "Error code - ORT_INVALID_ARGUMENT - message: Got invalid dimensions for input:"
                    + " photo for the following indices\n index: 1 Got: 3 Expected: 1\n Please fix"
                    + " either the inputs/outputs or the model."))
        .isEqualTo(
            "ONNX Runtime says: Got invalid dimensions for input: photo for the following indices"
                + " index: 1 Got: 3 Expected: 1");
  }
}
