package org.pentimento.generator.cgan;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.network.Network;
import org.pentimento.generator.model.Blueprint;
import org.pentimento.generator.model.ImagePacking;
import org.pentimento.generator.network.PatchGan;
import org.pentimento.generator.network.UNet;
import org.pentimento.generator.network.UNetShape;

/**
 * The two networks of pix2pix: a U-Net that draws, and the 70x70 PatchGAN that tells true sketches
 * of a photo from drawn ones.
 *
 * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR 2017,
 * appendix 6.1. Ours gives one plane where the published one gives three.
 */
public final class CganBlueprint {
  private static final int PHOTO_PLANES = 3;
  private static final int SKETCH_PLANES = 1;

  private CganBlueprint() {}

  /** How images become the input of a U-Net of a shape. */
  public static ImagePacking packing(UNetShape shape) {
    return new ImagePacking(shape.multiple(), PatchGan.SMALLEST_SIDE, -1f, 1f);
  }

  /** The U-Net. */
  public static Blueprint generator(UNetShape shape, double dropout) {
    return new Blueprint(
        packing(shape), UNet.hidden("", shape), () -> generator(shape, dropout, DataType.FLOAT));
  }

  static ComputationGraphConfiguration generator(UNetShape shape, double dropout, DataType type) {
    GraphBuilder graph = Network.describe(type);
    UNet unet = new UNet(shape, PHOTO_PLANES, SKETCH_PLANES, dropout);
    return graph.setOutputs(unet.addTo(graph, "", Network.INPUT)).build();
  }

  /** The PatchGAN over photo and sketch. */
  public static ComputationGraphConfiguration discriminator(int width) {
    return PatchGan.configuration(PHOTO_PLANES + SKETCH_PLANES, width);
  }
}
