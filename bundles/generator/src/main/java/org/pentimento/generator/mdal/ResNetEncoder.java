package org.pentimento.generator.mdal;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.layer.weightless.MaskedDropout;
import org.pentimento.engine.layer.weightless.ResidualAddition;
import org.pentimento.generator.model.Blueprint.HiddenLayer;
import org.pentimento.generator.network.ReceptiveField;

/**
 * The residual network of six blocks that keeps the image's size: in the words of its source,
 * c7s1-64, d128, d256, six times R256, u128, u64, c7s1-3. All but the last layer are followed by a
 * batch norm and all but a block's second by a rectifier; the output is in [-1, 1]. Convolutions
 * that keep the size see the image mirrored at its edge.
 *
 * <p>J.-Y. Zhu et al.: Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial
 * Networks. ICCV 2017, appendix 7.2.
 *
 * @param width channels of the first layer, 64 in the source
 * @param inputs planes of its input
 * @param outputs planes of its output
 * @param dropout rate between the two layers of each block
 */
record ResNetEncoder(int width, int inputs, int outputs, double dropout) {
  /** How far it sees; the sides of images must be multiples of 4. */
  static final ReceptiveField RECEPTIVE_FIELD = ResNetEncoder::seen;

  private static final int BLOCKS = 6;
  private static final String NORM = ".norm";
  private static final Window WIDE = Window.keeping(7);
  private static final Window SMALL = Window.keeping(3);
  private static final Window HALVING = new Window(3, 2, 1);

  /** Adds layers to a network, each behind the one before. */
  private static final class Chain {
    private final GraphBuilder graph;
    private final String prefix;
    private String end;

    Chain(GraphBuilder graph, String prefix, String source) {
      this.graph = graph;
      this.prefix = prefix;
      this.end = source;
    }

    void add(String name, Convolution convolution, Nonlinearity nonlinearity) {
      String layer = prefix + name;
      graph.addLayer(layer, convolution.withoutBias(), end);
      end = layer + NORM;
      graph.addLayer(end, new BatchNorm((int) convolution.getNOut(), nonlinearity), layer);
    }

    void addBlock(String name, int channels, double dropout) {
      String around = end;
      Convolution convolution = plain(channels, channels, SMALL).reflecting();
      add(name + ".0", convolution, Nonlinearity.RELU);
      graph.addLayer(prefix + name + ".dropout", new MaskedDropout(dropout), end);
      end = prefix + name + ".dropout";
      add(name + ".1", convolution, Nonlinearity.IDENTITY);
      String residual = end;
      end = prefix + name + ".sum";
      graph.addVertex(end, new ResidualAddition(), around, residual);
    }
  }

  private static Convolution plain(int inputs, int outputs, Window window) {
    return Convolution.of(inputs, outputs, window, Nonlinearity.IDENTITY);
  }

  /** The hidden layers of an encoder whose names begin with a prefix; the output is one of them. */
  List<HiddenLayer> hidden(String prefix) {
    List<HiddenLayer> hidden = new ArrayList<>();
    hide(hidden, prefix + "first", width);
    hide(hidden, prefix + "down.0", 2 * width);
    hide(hidden, prefix + "down.1", 4 * width);
    for (int block = 0; block < BLOCKS; block++) {
      hide(hidden, prefix + "block." + block + ".0", 4 * width);
      hide(hidden, prefix + "block." + block + ".1", 4 * width);
    }
    hide(hidden, prefix + "up.1", 2 * width);
    hide(hidden, prefix + "up.0", width);
    hidden.add(new HiddenLayer(prefix + "latent", outputs, prefix + "latent"));
    return hidden;
  }

  private static void hide(List<HiddenLayer> hidden, String name, int channels) {
    hidden.add(new HiddenLayer(name, channels, name + NORM));
  }

  /**
   * Adds the encoder to a network.
   *
   * @param prefix that the names of its layers begin with
   * @param source name of what it gets
   * @return name of its output
   */
  String addTo(GraphBuilder graph, String prefix, String source) {
    Chain chain = new Chain(graph, prefix, source);
    chain.add("first", plain(inputs, width, WIDE).reflecting(), Nonlinearity.RELU);
    chain.add("down.0", plain(width, 2 * width, HALVING), Nonlinearity.RELU);
    chain.add("down.1", plain(2 * width, 4 * width, HALVING), Nonlinearity.RELU);
    for (int block = 0; block < BLOCKS; block++) {
      chain.addBlock("block." + block, 4 * width, dropout);
    }
    chain.add("up.1", plain(4 * width, 2 * width, HALVING).asTransposed(), Nonlinearity.RELU);
    chain.add("up.0", plain(2 * width, width, HALVING).asTransposed(), Nonlinearity.RELU);
    String latent = prefix + "latent";
    graph.addLayer(
        latent, Convolution.of(width, outputs, WIDE, Nonlinearity.TANH).reflecting(), chain.end);
    return latent;
  }

  /** From the output back; what is mirrored at the edge lies in the window anyway. */
  private static int[] seen(int firstOutput, int lastOutput, int side) {
    int margin = WIDE.padding();
    int first = Math.max(0, firstOutput - margin);
    int last = Math.min(side - 1, lastOutput + margin);
    for (int level = 1; level <= 2; level++) {
      // Transposed 3x3 with step 2: output o gets input p if 2p - 1 <= o <= 2p + 1.
      first = first / 2;
      last = Math.min((side >> level) - 1, (last + 1) / 2);
    }
    int blocks = 2 * BLOCKS * SMALL.padding();
    first = Math.max(0, first - blocks);
    last = Math.min((side >> 2) - 1, last + blocks);
    for (int level = 1; level >= 0; level--) {
      first = Math.max(0, 2 * first - 1);
      last = Math.min((side >> level) - 1, 2 * last + 1);
    }
    return new int[] {Math.max(0, first - margin), Math.min(side - 1, last + margin)};
  }
}
