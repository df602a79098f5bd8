package org.pentimento.model;

import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.engine.Engine;
import org.pentimento.platform.linux.LinuxPlatform;

/** Gradients of networks that Deeplearning4j runs. */
class GraphGradientTest {
  private static final int WIDTH = 12;
  private static final int HEIGHT = 8;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    Engine.start();
  }

  private static Settings settings(
      ModelFormat format, String layout, String outputRange, String output) {
    return Settings.of(
        format.descriptor(),
        HostileFiles.settings(
            "layout",
            layout,
            "channels",
            "rgb",
            "range",
            "0..1",
            "output-range",
            outputRange,
            "width",
            "12",
            "height",
            "8",
            "multiple",
            "1",
            "output",
            output));
  }

  @Test
  void goesBackThroughAKerasNetwork() throws Exception {
    KerasFormat format = new KerasFormat(new LinuxPlatform());
    try (Model model =
        format.open(
            HostileFiles.resource("keras-unet.h5"), settings(format, "nhwc", "-1..1", "sketch"))) {
      GradientChecks.tellsWhatChanges(model, WIDTH, HEIGHT, 1e-2);
    }
  }

  /** In training its batch norm would use the batch's statistics, and its dropout would drop. */
  @Test
  void goesBackThroughALayeredNetworkAsItDraws() throws Exception {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(3)
                .convolutionMode(ConvolutionMode.Same)
                .list()
                .layer(
                    new ConvolutionLayer.Builder(3, 3)
                        .nOut(6)
                        .dropOut(.5)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new BatchNormalization())
                .layer(new ActivationLayer(Activation.LEAKYRELU))
                .layer(
                    new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new DropoutLayer(.5))
                .layer(new Upsampling2D.Builder(2).build())
                .layer(
                    new ConvolutionLayer.Builder(3, 3)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(
                    new CnnLossLayer.Builder(LossFunction.MSE)
                        .activation(Activation.SIGMOID)
                        .build())
                .setInputType(InputType.convolutional(HEIGHT, WIDTH, 3))
                .build());
    network.init();
    String norm = "1_";
    set(network.getParam(norm + "gamma"), .6, 1.5);
    set(network.getParam(norm + "beta"), -.4, .4);
    set(network.getParam(norm + "mean"), -.3, .3);
    set(network.getParam(norm + "log10stdev"), -.35, .15);
    Path file = folder.resolve("layers.zip");
    ModelSerializer.writeModel(network, file.toFile(), false);
    Dl4jFormat format = new Dl4jFormat(new LinuxPlatform());
    try (Model model = format.open(file, settings(format, "nchw", "0..1", "7"))) {
      GradientChecks.tellsWhatChanges(model, WIDTH, HEIGHT, 1e-2);
    }
  }

  private static void set(INDArray numbers, double from, double to) {
    for (int i = 0; i < numbers.length(); i++) {
      numbers.putScalar(i, from + (to - from) * (i + 1) / (numbers.length() + 1));
    }
  }
}
