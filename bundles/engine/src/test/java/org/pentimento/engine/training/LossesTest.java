package org.pentimento.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.engine.tensor.Tensor;

class LossesTest {
  @Test
  void l1IsTheMeanAbsoluteDifference() {
    Losses.Loss loss = Losses.l1(Tensor.vector(0.5f, 1f, 2f, 3f), Tensor.vector(1f, 1f, 0f, 2f));
    assertThat(loss.value()).isEqualTo(3.5 / 4);
    assertThat(loss.gradient().values()).containsExactly(-0.25f, 0f, 0.25f, 0.25f);
  }

  @Test
  void inkWeighsByTheDarknessOfTheTarget() {
    Tensor drawn = Tensor.vector(0.5f, 0.5f, 0.5f, 1f);
    Tensor sketch = Tensor.vector(0f, 1f, 0.75f, 1f);
    // Weights 5, 1, 2 and 1 add up to 9.
    Losses.Loss loss = Losses.inkL1(drawn, sketch, new Losses.Ink(5, 0, 1));
    assertThat(loss.value()).isEqualTo((5 * 0.5 + 0.5 + 2 * 0.25) / 9);
    assertThat(loss.gradient().values())
        .containsExactly((float) (5 / 9.0), (float) (-1 / 9.0), (float) (-2 / 9.0), 0f);
    Losses.Loss plain = Losses.inkL1(drawn, sketch, new Losses.Ink(1, 0, 1));
    assertThat(plain.gradient()).isEqualTo(Losses.l1(drawn, sketch).gradient());
  }

  @Test
  void inkIsFoundInANetworksValues() {
    Tensor drawn = Tensor.vector(0f, 0f);
    Tensor sketch = Tensor.vector(-1f, 1f);
    Losses.Loss loss = Losses.inkL1(drawn, sketch, new Losses.Ink(3, -1, 1));
    assertThat(loss.gradient().values()).containsExactly(0.75f, -0.25f);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void crossEntropyHasItsOwnGradient(boolean real) {
    float[] logits = {-3f, -0.5f, 0f, 0.25f, 2f};
    Losses.Loss loss = Losses.crossEntropy(Tensor.vector(logits), real);
    for (int i = 0; i < logits.length; i++) {
      float step = 1f / 512;
      float[] above = logits.clone();
      float[] below = logits.clone();
      above[i] += step;
      below[i] -= step;
      double slope =
          (Losses.crossEntropy(Tensor.vector(above), real).value()
                  - Losses.crossEntropy(Tensor.vector(below), real).value())
              / (2 * step);
      assertThat((double) loss.gradient().values()[i]).isCloseTo(slope, within(1e-6));
    }
  }

  /** Three images of two values: nearer to their own than to each other's in the end. */
  @Test
  void discriminativeHasItsOwnGradientAndIsLessForSketchesOfTheirOwn() {
    List<Integer> shape = List.of(3, 1, 2, 1);
    Tensor targets = Tensor.of(shape, new float[] {0.1f, 0.8f, 0.5f, 0.4f, 0.9f, 0.2f});
    float[] drawn = {0.3f, 0.7f, 0.62f, 0.3f, 0.7f, 0.1f};
    Losses.Loss loss = Losses.discriminative(Tensor.of(shape, drawn), targets);
    for (int i = 0; i < drawn.length; i++) {
      float step = 1f / 512;
      float[] above = drawn.clone();
      float[] below = drawn.clone();
      above[i] += step;
      below[i] -= step;
      double slope =
          (Losses.discriminative(Tensor.of(shape, above), targets).value()
                  - Losses.discriminative(Tensor.of(shape, below), targets).value())
              / (2 * step);
      assertThat((double) loss.gradient().values()[i]).isCloseTo(slope, within(1e-4));
    }
    float[] swapped = {0.62f, 0.3f, 0.3f, 0.7f, 0.7f, 0.1f};
    assertThat(loss.value())
        .isLessThan(Losses.discriminative(Tensor.of(shape, swapped), targets).value());
    List<Integer> one = List.of(1, 1, 2, 1);
    assertThat(
            Losses.discriminative(
                    Tensor.of(one, new float[] {1, 0}), Tensor.of(one, new float[] {0, 0}))
                .value())
        .isZero();
  }

  @Test
  void crossEntropyStaysFiniteForLargeLogits() {
    Losses.Loss loss = Losses.crossEntropy(Tensor.vector(-1e6f, 1e6f), true);
    assertThat(loss.value()).isEqualTo(5e5);
    assertThat(loss.gradient().values()).containsExactly(-0.5f, -0f);
    assertThat(Losses.crossEntropy(Tensor.vector(0f), false).value())
        .isCloseTo(Math.log(2), within(1e-15));
  }
}
