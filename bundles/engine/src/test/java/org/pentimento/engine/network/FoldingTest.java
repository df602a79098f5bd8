package org.pentimento.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.layer.weightless.Concatenation;
import org.pentimento.engine.layer.weightless.MaskedDropout;
import org.pentimento.engine.layer.weightless.Upsampling;
import org.pentimento.engine.tensor.Tensor;

/** What a network draws once its batch norms are folded into its convolutions. */
class FoldingTest {
  private static final int SIDE = 16;

  private static Convolution bare(int inputs, int outputs, Window window) {
    return Convolution.of(inputs, outputs, window, Nonlinearity.IDENTITY);
  }

  /** With a norm that stands behind an upsampling and one behind a convolution with two takers. */
  private static ComputationGraphConfiguration description() {
    Window small = Window.keeping(3);
    return Network.describe(DataType.FLOAT)
        .addLayer("a", bare(3, 4, Window.halving()).withoutBias(), Network.INPUT)
        .addLayer("a.norm", new BatchNorm(4, Nonlinearity.LEAKY_RELU), "a")
        .addLayer("b", bare(4, 6, Window.halving()).withoutBias(), "a.norm")
        .addLayer("b.norm", new BatchNorm(6, Nonlinearity.RELU), "b")
        .addLayer("c", bare(6, 4, Window.halving()).asTransposed(), "b.norm")
        .addLayer("c.norm", new BatchNorm(4, Nonlinearity.RELU), "c")
        .addLayer("c.dropout", new MaskedDropout(0.5), "c.norm")
        .addVertex("d", new Concatenation(), "c.dropout", "a.norm")
        .addLayer("e", new Upsampling(), "d")
        .addLayer("e.norm", new BatchNorm(8, Nonlinearity.LEAKY_RELU), "e")
        .addLayer("f", bare(8, 2, small), "e.norm")
        .addLayer("f.norm", new BatchNorm(2, Nonlinearity.RELU), "f")
        .addVertex("g", new Concatenation(), "f.norm", "f")
        .addLayer("h", Convolution.of(4, 1, small, Nonlinearity.TANH), "g")
        .setOutputs("h")
        .build();
  }

  private static Tensor photos(long seed) {
    NormalNumbers gaussian = new NormalNumbers(seed);
    float[] values = new float[2 * SIDE * SIDE * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.5 + gaussian.next());
    }
    return Tensor.of(List.of(2, SIDE, SIDE, 3), values);
  }

  private static float largest(Tensor tensor) {
    float largest = 0;
    for (float value : tensor.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  @Test
  void foldedNetworkDrawsTheSame() {
    try (Network network = Network.of(description())) {
      network.initialise(Initialisation.HE, 1);
      for (int pass = 0; pass < 30; pass++) {
        network.forward(photos(pass), true); // only to have running statistics
      }
      try (Network folded = network.folded().orElseThrow()) {
        List<String> norms = new ArrayList<>(folded.shapes().keySet());
        norms.removeIf(name -> !name.endsWith(".running_mean"));
        assertThat(norms).containsExactly("e.norm.running_mean", "f.norm.running_mean");
        Tensor drawn = network.forward(photos(99), false);
        assertThat(largest(drawn)).isGreaterThan(0.1f);
        assertThat(folded.forward(photos(99), false).values())
            .containsExactly(drawn.values(), within(1e-5f));
      }
    }
  }

  @Test
  void nothingToFold() {
    try (Network network =
        Network.of(
            Network.describe(DataType.FLOAT)
                .addLayer("a", bare(3, 1, Window.keeping(3)), Network.INPUT)
                .setOutputs("a")
                .build())) {
      assertThat(network.folded()).isEmpty();
    }
  }
}
