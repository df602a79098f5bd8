package org.pentimento.model.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.convention.Convention.Channels;
import org.pentimento.model.convention.Convention.Layout;

class ConventionGradientTest {
  private final Convention plain =
      new Convention(Layout.NCHW, Channels.RGB, Range.UNIT, Range.UNIT, 0, 0, 1, "sketch");
  private final Image photo = Image.constant(2, 2, 3, .5f);

  @Test
  void refusesAGradientOfAnotherShape() {
    Tensor short1 = Tensor.of(List.of(1, 3, 2, 1), new float[6]);
    assertThatThrownBy(() -> new ConventionGradient(plain).gather(short1, photo))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("it has the sizes [1, 3, 2, 1] instead of [1, 3, 2, 2]");
  }

  @Test
  void refusesAGradientThatIsNoNumber() {
    float[] values = new float[12];
    values[7] = Float.NaN;
    Tensor spoilt = Tensor.of(List.of(1, 3, 2, 2), values);
    assertThatThrownBy(() -> new ConventionGradient(plain).gather(spoilt, photo))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("no finite number");
  }

  @Test
  void nothingGoesBackBeyondBlackAndWhite() throws Exception {
    Tensor drawn = Tensor.of(List.of(1, 1, 2, 2), new float[] {-.1f, .2f, .8f, 1.1f});
    Tensor spread = new ConventionGradient(plain).spread(new float[] {1, 2, 3, 4}, drawn, photo);
    assertThat(spread.values()).containsExactly(0, 2, 3, 0);
  }

  /** ⟨scaled x, g⟩ = ⟨x, g carried back⟩, larger and smaller. */
  @Test
  void scalingGoesBack() {
    float[] x = {.1f, .7f, .3f, .9f, .2f, .6f};
    Image image = Image.of(3, 2, 1, x);
    for (Scaling.Size to : List.of(new Scaling.Size(7, 5), new Scaling.Size(2, 1))) {
      Image scaled = Scaling.scale(image, to.width(), to.height());
      float[] gradient = new float[to.area()];
      double left = 0;
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = i % 3 - .5f;
        left += gradient[i] * scaled.data()[i];
      }
      float[] back = Scaling.back(gradient, 1, to, new Scaling.Size(3, 2));
      double right = 0;
      for (int i = 0; i < x.length; i++) {
        right += back[i] * x[i];
      }
      assertThat(right).isCloseTo(left, within(1e-5));
    }
  }
}
