package org.pentimento.generator.network;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.network.Network;

/**
 * The 70x70 PatchGAN: a discriminator that judges patches of an image.
 *
 * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR 2017,
 * appendix 6.1.2.
 */
public final class PatchGan {
  /** Smaller images leave it nothing to judge. */
  public static final int SMALLEST_SIDE = 32;

  private static final String NORM = ".norm";
  private static final Window SLIDING = new Window(4, 1, 1);

  private PatchGan() {}

  /**
   * The network; its output are logits, one per patch.
   *
   * @param planes of the images
   * @param width channels of the first layer
   */
  public static ComputationGraphConfiguration configuration(int planes, int width) {
    GraphBuilder graph = Network.describe(DataType.FLOAT);
    graph.addLayer(
        name(0),
        Convolution.of(planes, width, Window.halving(), Nonlinearity.LEAKY_RELU),
        Network.INPUT);
    String below = name(0);
    for (int layer = 1; layer <= 3; layer++) {
      int inputs = width << (layer - 1);
      Window window = layer < 3 ? Window.halving() : SLIDING;
      graph.addLayer(
          name(layer),
          Convolution.of(inputs, 2 * inputs, window, Nonlinearity.IDENTITY).withoutBias(),
          below);
      below = name(layer) + NORM;
      graph.addLayer(below, new BatchNorm(2 * inputs, Nonlinearity.LEAKY_RELU), name(layer));
    }
    graph.addLayer(name(4), Convolution.of(8 * width, 1, SLIDING, Nonlinearity.IDENTITY), below);
    return graph.setOutputs(name(4)).build();
  }

  private static String name(int layer) {
    return "judge." + layer;
  }
}
