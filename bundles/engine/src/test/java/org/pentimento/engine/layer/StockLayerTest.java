package org.pentimento.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/** Our layers against DL4J's own. */
class StockLayerTest {
  private static final int SIDE = 12;
  private static final int CHANNELS = 5;

  private static ComputationGraph stock(Layer layer) {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .trainingWorkspaceMode(WorkspaceMode.NONE)
                .inferenceWorkspaceMode(WorkspaceMode.NONE)
                .updater(new Sgd(1))
                .miniBatch(false)
                .graphBuilder()
                .addInputs("in")
                .addLayer("a", layer, "in")
                .setInputTypes(InputType.convolutional(SIDE, SIDE, CHANNELS, CNN2DFormat.NCHW))
                .setOutputs("a")
                .build());
    graph.init();
    return graph;
  }

  private static Network ours(Layer layer) {
    return Network.of(
        Network.describe(DataType.FLOAT)
            .addLayer("a", layer, Network.INPUT)
            .setOutputs("a")
            .build());
  }

  private static INDArray photos() {
    Nd4j.getRandom().setSeed(3);
    return Nd4j.randn(DataType.FLOAT, 3, CHANNELS, SIDE, SIDE);
  }

  private static Tensor channelsLast(INDArray array) {
    return NativeArrays.copyOf(array.permute(0, 2, 3, 1));
  }

  private static Tensor vector(INDArray array) {
    return Tensor.vector(NativeArrays.copyOf(array).values());
  }

  private static void assertClose(Tensor actual, Tensor expected, float tolerance) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(actual.values()).containsExactly(expected.values(), within(tolerance));
  }

  private static void compare(Layer stockLayer, Convolution convolution) {
    ComputationGraph stock = stock(stockLayer);
    try (Network ours = ours(convolution)) {
      ours.assign("a.weight", NativeArrays.copyOf(stock.getParam("a_W")));
      INDArray x = photos();
      Tensor bias = vector(Nd4j.randn(DataType.FLOAT, 1, 4));
      stock.getParam("a_b").assign(Nd4j.createFromArray(bias.values()).reshape(1, 4));
      ours.assign("a.bias", bias);
      assertClose(ours.forward(channelsLast(x), false), channelsLast(stock.outputSingle(x)), 4e-6f);
    }
  }

  @Test
  void convolutionDrawsAsTheStockOne() {
    compare(
        new ConvolutionLayer.Builder(4, 4)
            .stride(2, 2)
            .padding(1, 1)
            .convolutionMode(ConvolutionMode.Truncate)
            .nOut(4)
            .activation(Activation.RELU)
            .build(),
        Convolution.of(CHANNELS, 4, Window.halving(), Nonlinearity.RELU));
  }

  @Test
  void transposedConvolutionDrawsAsTheStockOne() {
    compare(
        new Deconvolution2D.Builder(4, 4)
            .stride(2, 2)
            .padding(1, 1)
            .convolutionMode(ConvolutionMode.Truncate)
            .nOut(4)
            .activation(Activation.IDENTITY)
            .build(),
        Convolution.of(CHANNELS, 4, Window.halving(), Nonlinearity.IDENTITY).asTransposed());
  }

  @Test
  void batchNormKeepsTheSameStatisticsAsTheStockOne() {
    ComputationGraph stock =
        stock(new BatchNormalization.Builder().useLogStd(false).eps(1e-5).build());
    try (Network ours = ours(new BatchNorm(CHANNELS, Nonlinearity.IDENTITY))) {
      ours.assign("a.weight", Tensor.vector(1, 1, 1, 1, 1));
      for (int pass = 0; pass < 3; pass++) {
        INDArray x = photos().muli(1 + pass).addi(pass);
        INDArray drawn = stock.feedForward(new INDArray[] {x}, true, false).get("a");
        assertClose(
            ours.forward(channelsLast(x), true),
            channelsLast(Objects.requireNonNull(drawn)),
            2e-5f);
        stock.backpropGradient(x.like());
        for (String name : List.of("mean", "var")) {
          INDArray running = stock.getParam("a_" + name);
          INDArray change = stock.gradient().getGradientFor("a_" + name);
          running.subi(change.reshape(running.shape()));
        }
      }
      Map<String, String> names = Map.of("running_mean", "a_mean", "running_var", "a_var");
      names.forEach(
          (our, their) ->
              assertClose(ours.tensor("a." + our), vector(stock.getParam(their)), 1e-5f));
    }
  }
}
