package org.pentimento.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.ConvolutionLayer;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.layer.weightless.Concatenation;
import org.pentimento.engine.layer.weightless.Upsampling;
import org.pentimento.engine.network.Network;

/**
 * The same networks in single and in double precision, which other code computes: outputs and
 * gradients have to agree. That those in double precision are right is {@link GradientTest}'s.
 */
class PrecisionTest {
  private static final int SIDE = 64;

  /**
   * With this seed no value comes nearer to the bend of a nonlinearity than 3e-5 of their standard
   * deviation. Rounded to its other side, it would rightly have another gradient: one seed in a
   * hundred fails by that.
   */
  private static final long SEED = 7;

  /**
   * Large enough images that the ways for many places and for patches in several parts are taken.
   */
  private static ComputationGraphConfiguration network(DataType type) {
    Window small = Window.keeping(3);
    Window large = Window.keeping(7);
    return Network.describe(type)
        .addLayer("a", Convolution.of(3, 16, small, Nonlinearity.LEAKY_RELU), Network.INPUT)
        .addLayer("b", Convolution.of(16, 16, small, Nonlinearity.RELU), "a")
        .addLayer("c", Convolution.of(16, 24, Window.halving(), Nonlinearity.IDENTITY), "b")
        .addLayer("d", new BatchNorm(24, Nonlinearity.LEAKY_RELU), "c")
        .addLayer("e", Convolution.of(24, 8, large, Nonlinearity.IDENTITY), "d")
        .addLayer("f", Convolution.of(8, 8, large, Nonlinearity.TANH).asTransposed(), "e")
        .addVertex("g", new Concatenation(), "f", "d")
        .addLayer("h", new Upsampling(), "g")
        .addLayer("i", Convolution.of(32, 1, small, Nonlinearity.TANH), "h")
        .setOutputs("i")
        .build();
  }

  @Test
  void singlePrecisionAgreesWithDouble() {
    ComputationGraph exact = new ComputationGraph(network(DataType.DOUBLE));
    exact.init();
    ComputationGraph single = new ComputationGraph(network(DataType.FLOAT));
    single.init();
    Nd4j.getRandom().setSeed(SEED); // only now: init() seeds it from the clock
    INDArray parameters = Nd4j.randn(DataType.DOUBLE, 1, exact.numParams()).muli(0.1);
    INDArray photo = Nd4j.randn(DataType.DOUBLE, 1, SIDE, SIDE, 3);
    INDArray weights = Nd4j.randn(DataType.DOUBLE, 1, SIDE, SIDE, 1);
    for (boolean training : new boolean[] {true, false}) {
      INDArray drawn = run(exact, parameters, photo, weights, training);
      assertClose(run(single, parameters, photo, weights, training), drawn);
      assertClose(single.getFlattenedGradients(), exact.getFlattenedGradients());
      assertClose(
          ((ConvolutionLayer) single.getLayer(0)).inputGradient(),
          ((ConvolutionLayer) exact.getLayer(0)).inputGradient());
    }
  }

  private static INDArray run(
      ComputationGraph graph,
      INDArray parameters,
      INDArray photo,
      INDArray weights,
      boolean training) {
    DataType type = graph.params().dataType();
    graph.params().assign(parameters.castTo(type));
    INDArray drawn =
        graph.feedForward(new INDArray[] {photo.castTo(type)}, training, false).get("i");
    graph.backpropGradient(weights.castTo(type));
    return Objects.requireNonNull(drawn);
  }

  /** Within 1e-5 of the largest value. */
  private static void assertClose(INDArray actual, INDArray expected) {
    INDArray flat = expected.reshape(expected.length());
    double largest = flat.amaxNumber().doubleValue();
    assertThat(largest).isGreaterThan(0.001);
    assertThat(actual.reshape(actual.length()).toDoubleVector())
        .containsExactly(flat.toDoubleVector(), within(1e-5 * largest));
  }
}
