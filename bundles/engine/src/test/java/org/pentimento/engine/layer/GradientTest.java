package org.pentimento.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
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
import org.pentimento.engine.layer.weightless.MaskedDropout;
import org.pentimento.engine.layer.weightless.ResidualAddition;
import org.pentimento.engine.layer.weightless.Upsampling;
import org.pentimento.engine.network.Network;

/**
 * Gradients of every layer against central differences in double precision, for all parameters and
 * for the input; of a trained network, for the input alone. The loss is a random weighted sum of
 * the output. Passes that compute only a part have to give the same part and leave the rest.
 */
class GradientTest {
  private static final int SIDE = 8;
  private static final double STEP = 1e-6;
  private static final Window SMALL = Window.keeping(3);

  private static GraphBuilder describe() {
    return Network.describe(DataType.DOUBLE);
  }

  private static void check(GraphBuilder description, String last, boolean training) {
    ComputationGraph graph = new ComputationGraph(description.setOutputs(last).build());
    graph.init();
    Nd4j.getRandom().setSeed(5);
    graph.params().assign(Nd4j.randn(DataType.DOUBLE, 1, graph.numParams()).muli(0.4));
    INDArray photo = Nd4j.randn(DataType.DOUBLE, 2, SIDE, SIDE, 3);
    draw(graph, photo, last, true);
    INDArray weights = Nd4j.randn(DataType.DOUBLE, draw(graph, photo, last, training).shape());

    graph.backpropGradient(weights);
    INDArray gradient = graph.getFlattenedGradients().dup();
    INDArray inputGradient = ((ConvolutionLayer) graph.getLayer(0)).inputGradient().dup();

    scope(graph, BackwardScope.ALL, BackwardScope.PARAMETERS);
    graph.getFlattenedGradients().assign(7);
    draw(graph, photo, last, training);
    graph.backpropGradient(weights);
    assertSame(graph.getFlattenedGradients(), gradient);
    scope(graph, BackwardScope.INPUT, BackwardScope.INPUT);
    graph.getFlattenedGradients().assign(7);
    draw(graph, photo, last, training);
    graph.backpropGradient(weights);
    assertSame(((ConvolutionLayer) graph.getLayer(0)).inputGradient(), inputGradient);
    assertThat(graph.getFlattenedGradients().minNumber().doubleValue()).isEqualTo(7);
    assertThat(graph.getFlattenedGradients().maxNumber().doubleValue()).isEqualTo(7);

    if (training) {
      compare(graph.params(), gradient, graph, photo, last, true, weights);
    }
    compare(photo, inputGradient, graph, photo, last, training, weights);
  }

  private static void scope(ComputationGraph graph, BackwardScope others, BackwardScope first) {
    for (Layer layer : graph.getLayers()) {
      if (layer instanceof Selective selective) {
        selective.scopeBackward(layer == graph.getLayer(0) ? first : others);
      }
    }
  }

  private static void assertSame(INDArray actual, INDArray expected) {
    assertThat(actual.reshape(actual.length()).toDoubleVector())
        .containsExactly(
            expected.reshape(expected.length()).toDoubleVector(), Offset.offset(1e-10));
  }

  private static INDArray draw(
      ComputationGraph graph, INDArray photo, String last, boolean training) {
    return Objects.requireNonNull(
        graph.feedForward(new INDArray[] {photo}, training, false).get(last));
  }

  private static void compare(
      INDArray variables,
      INDArray gradient,
      ComputationGraph graph,
      INDArray photo,
      String last,
      boolean training,
      INDArray weights) {
    INDArray flat = variables.reshape(variables.length());
    INDArray analytic = gradient.reshape(gradient.length());
    for (long i = 0; i < flat.length(); i++) {
      double value = flat.getDouble(i);
      flat.putScalar(i, value + STEP);
      double above = draw(graph, photo, last, training).mul(weights).sumNumber().doubleValue();
      flat.putScalar(i, value - STEP);
      double below = draw(graph, photo, last, training).mul(weights).sumNumber().doubleValue();
      flat.putScalar(i, value);
      double numeric = (above - below) / (2 * STEP);
      assertThat(analytic.getDouble(i))
          .as("variable %d of %d", i, flat.length())
          .isCloseTo(numeric, Offset.offset(1e-6 * Math.max(1, Math.abs(numeric))));
    }
  }

  @Test
  void convolution() {
    check(
        describe()
            .addLayer("a", Convolution.of(3, 2, SMALL, Nonlinearity.SIGMOID), Network.INPUT)
            .addLayer("b", Convolution.of(2, 2, Window.halving(), Nonlinearity.LEAKY_RELU), "a")
            .addLayer("c", Convolution.of(2, 2, SMALL, Nonlinearity.RELU).withoutBias(), "b")
            .addLayer("d", Convolution.of(2, 1, new Window(4, 1, 1), Nonlinearity.TANH), "c"),
        "d",
        true);
  }

  @Test
  void wideConvolution() {
    check(
        describe()
            .addLayer("a", Convolution.of(3, 15, SMALL, Nonlinearity.TANH), Network.INPUT)
            .addLayer("b", Convolution.of(15, 15, SMALL, Nonlinearity.LEAKY_RELU), "a")
            .addLayer("c", Convolution.of(15, 2, Window.halving(), Nonlinearity.TANH), "b"),
        "c",
        true);
  }

  /** A halving window leaves out the last row and column of an image with an odd side. */
  @Test
  void oddSides() {
    check(
        describe()
            .addLayer(
                "a", Convolution.of(3, 2, new Window(4, 1, 1), Nonlinearity.SIGMOID), Network.INPUT)
            .addLayer("b", Convolution.of(2, 2, Window.halving(), Nonlinearity.TANH), "a"),
        "b",
        true);
  }

  @Test
  void transposedConvolution() {
    check(
        describe()
            .addLayer("a", Convolution.of(3, 2, Window.halving(), Nonlinearity.TANH), Network.INPUT)
            .addLayer(
                "b", Convolution.of(2, 2, Window.halving(), Nonlinearity.TANH).asTransposed(), "a")
            .addLayer(
                "c",
                Convolution.of(2, 1, Window.halving(), Nonlinearity.IDENTITY)
                    .asTransposed()
                    .withoutBias(),
                "b"),
        "c",
        true);
  }

  @Test
  void batchNorm() {
    check(
        describe()
            .addLayer(
                "a",
                Convolution.of(3, 3, SMALL, Nonlinearity.IDENTITY).withoutBias(),
                Network.INPUT)
            .addLayer("b", new BatchNorm(3, Nonlinearity.LEAKY_RELU), "a")
            .addLayer("c", Convolution.of(3, 1, SMALL, Nonlinearity.TANH), "b"),
        "c",
        true);
  }

  @Test
  void inputOfATrainedBatchNorm() {
    check(
        describe()
            .addLayer(
                "a",
                Convolution.of(3, 3, SMALL, Nonlinearity.IDENTITY).withoutBias(),
                Network.INPUT)
            .addLayer("b", new BatchNorm(3, Nonlinearity.LEAKY_RELU), "a")
            .addLayer("c", Convolution.of(3, 1, SMALL, Nonlinearity.TANH), "b"),
        "c",
        false);
  }

  @Test
  void upsamplingDropoutAndConcatenation() {
    check(
        describe()
            .addLayer("a", Convolution.of(3, 2, Window.halving(), Nonlinearity.TANH), Network.INPUT)
            .addLayer("b", Convolution.of(2, 3, Window.halving(), Nonlinearity.TANH), "a")
            .addLayer("c", new Upsampling(), "b")
            .addLayer("d", new MaskedDropout(0.5), "c")
            .addVertex("e", new Concatenation(), "d", "a")
            .addLayer("f", Convolution.of(5, 1, SMALL, Nonlinearity.TANH), "e"),
        "f",
        true);
  }

  /** As the end, the middle and the beginning of a residual network. */
  @Test
  void reflection() {
    check(
        describe()
            .addLayer(
                "a",
                Convolution.of(3, 2, Window.keeping(7), Nonlinearity.TANH).reflecting(),
                Network.INPUT)
            .addLayer("b", Convolution.of(2, 2, SMALL, Nonlinearity.LEAKY_RELU).reflecting(), "a")
            .addLayer(
                "c",
                Convolution.of(2, 15, SMALL, Nonlinearity.TANH).withoutBias().reflecting(),
                "b")
            .addLayer("d", Convolution.of(15, 2, SMALL, Nonlinearity.TANH).reflecting(), "c"),
        "d",
        true);
  }

  /** Both ways around and through, one block behind the other. */
  @Test
  void residualAddition() {
    check(
        describe()
            .addLayer("a", Convolution.of(3, 2, SMALL, Nonlinearity.TANH), Network.INPUT)
            .addLayer("b", Convolution.of(2, 2, SMALL, Nonlinearity.TANH), "a")
            .addVertex("c", new ResidualAddition(), "a", "b")
            .addLayer("d", Convolution.of(2, 2, SMALL, Nonlinearity.TANH), "c")
            .addVertex("e", new ResidualAddition(), "c", "d"),
        "e",
        true);
  }

  /** A 3x3 window with step 2 halves an image with an even side, and transposed doubles one. */
  @Test
  void doublingByThreeByThree() {
    Window window = new Window(3, 2, 1);
    check(
        describe()
            .addLayer("a", Convolution.of(3, 2, window, Nonlinearity.TANH), Network.INPUT)
            .addLayer(
                "b",
                Convolution.of(2, 2, window, Nonlinearity.TANH).asTransposed().withoutBias(),
                "a")
            .addLayer("c", Convolution.of(2, 2, window, Nonlinearity.TANH).asTransposed(), "b"),
        "c",
        true);
  }
}
