package org.pentimento.generator;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.network.Network;

/**
 * The two networks of pix2pix: a U-Net that draws, and the 70x70 PatchGAN that tells true sketches
 * of a photo from drawn ones.
 *
 * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR 2017,
 * appendix 6.1. Ours gives one plane where the published one gives three.
 */
final class CganBlueprint {
  private static final int PHOTO_PLANES = 3;
  private static final int SKETCH_PLANES = 1;

  private CganBlueprint() {}

  static Canvas canvas(UNetShape shape) {
    return new Canvas(shape.multiple(), PatchGan.SMALLEST_SIDE, -1f, 1f);
  }

  /** The U-Net. */
  static Blueprint generator(UNetShape shape, double dropout) {
    return new Blueprint(
        canvas(shape), UNet.hidden("", shape), () -> generator(shape, dropout, DataType.FLOAT));
  }

  static ComputationGraphConfiguration generator(UNetShape shape, double dropout, DataType type) {
    GraphBuilder graph = Network.describe(type);
    UNet unet = new UNet(shape, PHOTO_PLANES, SKETCH_PLANES, dropout);
    return graph.setOutputs(unet.addTo(graph, "", Network.INPUT)).build();
  }

  /** The PatchGAN over photo and sketch. */
  static ComputationGraphConfiguration discriminator(int width) {
    return PatchGan.configuration(PHOTO_PLANES + SKETCH_PLANES, width);
  }
}
