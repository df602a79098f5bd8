package org.pentimento.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.network.Initialisation;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;

/** What DL4J has no layer for, against its definition. */
class DefinitionTest {
  private static final int SIDE = 6;
  private static final int INPUTS = 16;
  private static final int OUTPUTS = 5;

  private final Tensor photos = photos();

  private static Tensor photos() {
    SplittableRandom random = new SplittableRandom(4);
    float[] values = new float[2 * SIDE * SIDE * INPUTS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Tensor.of(List.of(2, SIDE, SIDE, INPUTS), values);
  }

  private double photo(int image, int y, int x, int channel) {
    return photos.values()[((image * SIDE + y) * SIDE + x) * INPUTS + channel];
  }

  private static Network network(Convolution convolution) {
    Network network =
        Network.of(
            Network.describe(DataType.FLOAT)
                .addLayer("a", convolution, Network.INPUT)
                .setOutputs("a")
                .build());
    network.initialise(Initialisation.HE, 5);
    return network;
  }

  private interface Sum {
    double at(Tensor weight, int image, int y, int x, int output);
  }

  private void check(Convolution convolution, int side, Sum expected) {
    try (Network network = network(convolution)) {
      Tensor drawn = network.forward(photos, true);
      Tensor weight = network.tensor("a.weight");
      assertThat(drawn.shape()).containsExactly(2, side, side, OUTPUTS);
      for (int i = 0; i < drawn.values().length; i++) {
        int pixel = i / OUTPUTS;
        int image = pixel / (side * side);
        double sum = expected.at(weight, image, pixel / side % side, pixel % side, i % OUTPUTS);
        assertThat(drawn.values()[i]).as("value %d", i).isCloseTo((float) sum, within(1e-5f));
      }
    }
  }

  private static double weight(Tensor weight, int first, int second, int y, int x) {
    int k = weight.size(3);
    return weight.values()[((first * weight.size(1) + second) * k + y) * k + x];
  }

  @Test
  void reflectingConvolutionSeesTheImageMirroredAtItsEdge() {
    check(
        Convolution.of(INPUTS, OUTPUTS, Window.keeping(7), Nonlinearity.IDENTITY).reflecting(),
        SIDE,
        (weight, image, y, x, output) -> {
          double sum = 0;
          for (int dy = 0; dy < 7; dy++) {
            for (int dx = 0; dx < 7; dx++) {
              for (int c = 0; c < INPUTS; c++) {
                sum +=
                    weight(weight, output, c, dy, dx)
                        * photo(image, mirrored(y + dy - 3), mirrored(x + dx - 3), c);
              }
            }
          }
          return sum;
        });
  }

  private static int mirrored(int place) {
    int inside = Math.abs(place);
    return inside < SIDE ? inside : 2 * (SIDE - 1) - inside;
  }

  /** Every pixel p paints the window from 2p - 1 to 2p + 1. */
  @Test
  void threeByThreeTransposedDoublesTheImage() {
    check(
        Convolution.of(INPUTS, OUTPUTS, new Window(3, 2, 1), Nonlinearity.IDENTITY).asTransposed(),
        2 * SIDE,
        (weight, image, y, x, output) -> {
          double sum = 0;
          for (int py = 0; py < SIDE; py++) {
            for (int px = 0; px < SIDE; px++) {
              int dy = y - 2 * py + 1;
              int dx = x - 2 * px + 1;
              if (dy >= 0 && dy < 3 && dx >= 0 && dx < 3) {
                for (int c = 0; c < INPUTS; c++) {
                  sum += weight(weight, c, output, dy, dx) * photo(image, py, px, c);
                }
              }
            }
          }
          return sum;
        });
  }

  @Test
  void transposedNeedsAWindowThatMultipliesTheSize() {
    Convolution widening = Convolution.of(1, 1, new Window(4, 1, 0), Nonlinearity.RELU);
    assertThatThrownBy(widening::asTransposed).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reflectingNeedsAnImageLargerThanItsMargin() {
    Convolution wide = Convolution.of(INPUTS, 1, Window.keeping(13), Nonlinearity.RELU);
    try (Network network = network(wide.reflecting())) {
      assertThatThrownBy(() -> network.forward(photos, false))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("6x6");
    }
  }
}
