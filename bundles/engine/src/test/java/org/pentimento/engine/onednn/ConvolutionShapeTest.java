package org.pentimento.engine.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.engine.onednn.ConvolutionShape.Sizes;

class ConvolutionShapeTest {
  @ParameterizedTest
  @CsvSource({
    "3, 1, 64, 64, 4, 64, true, true",
    "3, 1, 96, 24, 4, 32, false, true", // in whole groups 96 and 32
    "3, 1, 96, 24, 4, 32, true, false", // a bias of 24 is no bias of 32
    "3, 1, 64, 16, 4, 32, true, false", // one group
    "3, 1, 384, 192, 4, 4, true, false", // 64 pixels
    "3, 1, 512, 256, 1, 16, true, true", // few pixels, but weights that no cache holds
    "4, 1, 64, 64, 4, 64, true, false",
    "3, 2, 64, 64, 4, 64, true, false",
    "5, 1, 64, 64, 4, 64, true, false"
  })
  void winogradWhereItPays(
      int size, int stride, int in, int out, int batch, int side, boolean bias, boolean wanted) {
    ConvolutionShape shape =
        new ConvolutionShape(
            false,
            new Sizes(batch, in, (long) side * stride, (long) side * stride),
            new Sizes(batch, out, side, side),
            size,
            stride,
            1,
            1,
            bias);
    assertThat(shape.isForWinograd()).isEqualTo(wanted);
  }
}
