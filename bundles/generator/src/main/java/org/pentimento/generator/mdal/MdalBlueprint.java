package org.pentimento.generator.mdal;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.network.Network;
import org.pentimento.generator.model.Blueprint;
import org.pentimento.generator.model.Blueprint.HiddenLayer;
import org.pentimento.generator.model.ImagePacking;
import org.pentimento.generator.network.PatchGan;
import org.pentimento.generator.network.ReceptiveField;
import org.pentimento.generator.network.UNet;
import org.pentimento.generator.network.UNetShape;

/**
 * The networks of MDAL: for photos and for sketches an encoder to a latent image of three planes, a
 * decoder from latent images and a discriminator, and one discriminator for latent images.
 *
 * <p>S. Zhang et al.: Face Sketch Synthesis by Multidomain Adversarial Learning. TNNLS 2019. Ours
 * takes and gives sketches of one plane where the published one has three.
 */
public final class MdalBlueprint {
  static final int PHOTO_PLANES = 3;
  static final int SKETCH_PLANES = 1;
  private static final int LATENT_PLANES = 3;

  /** Prefix of the names of the photo encoder's layers in the network that draws. */
  static final String ENCODER = "encoder.";

  /** Prefix of the names of the sketch decoder's layers in the network that draws. */
  static final String DECODER = "decoder.";

  private MdalBlueprint() {}

  static ImagePacking packing(UNetShape shape) {
    return new ImagePacking(shape.multiple(), PatchGan.SMALLEST_SIDE, -1f, 1f);
  }

  static ReceptiveField receptiveField(UNetShape shape) {
    return ResNetEncoder.RECEPTIVE_FIELD.then(shape);
  }

  /** The network that draws: the encoder of photos and the decoder of sketches as one. */
  static Blueprint generator(UNetShape shape, double dropout) {
    ResNetEncoder encoder = new ResNetEncoder(shape.width(), PHOTO_PLANES, LATENT_PLANES, dropout);
    UNet decoder = new UNet(shape, LATENT_PLANES, SKETCH_PLANES, dropout);
    List<HiddenLayer> hidden = new ArrayList<>(encoder.hidden(ENCODER));
    hidden.addAll(UNet.hidden(DECODER, shape));
    return new Blueprint(
        packing(shape),
        hidden,
        () -> {
          GraphBuilder graph = Network.describe(DataType.FLOAT);
          String latent = encoder.addTo(graph, ENCODER, Network.INPUT);
          return graph.setOutputs(decoder.addTo(graph, DECODER, latent)).build();
        });
  }

  /** From images of some planes to latent ones. */
  public static ComputationGraphConfiguration encoder(UNetShape shape, int planes, double dropout) {
    GraphBuilder graph = Network.describe(DataType.FLOAT);
    ResNetEncoder encoder = new ResNetEncoder(shape.width(), planes, LATENT_PLANES, dropout);
    return graph.setOutputs(encoder.addTo(graph, "", Network.INPUT)).build();
  }

  /** From latent images to ones of some planes. */
  static ComputationGraphConfiguration decoder(UNetShape shape, int planes, double dropout) {
    GraphBuilder graph = Network.describe(DataType.FLOAT);
    UNet decoder = new UNet(shape, LATENT_PLANES, planes, dropout);
    return graph.setOutputs(decoder.addTo(graph, "", Network.INPUT)).build();
  }

  /** The discriminator of latent images. */
  static ComputationGraphConfiguration latentJudge(UNetShape shape) {
    return PatchGan.configuration(LATENT_PLANES, shape.width());
  }
}
