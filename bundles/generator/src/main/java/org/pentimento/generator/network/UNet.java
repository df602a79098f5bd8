package org.pentimento.generator.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.layer.weightless.Concatenation;
import org.pentimento.engine.layer.weightless.MaskedDropout;
import org.pentimento.engine.layer.weightless.Upsampling;
import org.pentimento.generator.model.Blueprint.HiddenLayer;

/**
 * The U-Net of pix2pix.
 *
 * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR 2017,
 * appendix 6.1.1.
 *
 * @param shape of it
 * @param inputs planes of its input
 * @param outputs planes of its output, which is in [-1, 1]
 * @param dropout rate in the first three blocks of the decoder, in fewer if there are fewer than
 *     six levels
 */
public record UNet(UNetShape shape, int inputs, int outputs, double dropout) {
  private static final int DROPOUT_BLOCKS = 3;
  private static final String NORM = ".norm";

  /** The hidden layers of a U-Net whose names begin with a prefix. */
  public static List<HiddenLayer> hidden(String prefix, UNetShape shape) {
    List<HiddenLayer> hidden = new ArrayList<>();
    for (int level = 0; level < shape.levels(); level++) {
      String name = prefix + down(level);
      hidden.add(
          new HiddenLayer(name, shape.channels(level), hasNorm(shape, level) ? name + NORM : name));
    }
    for (int level = shape.levels() - 1; level > 0; level--) {
      String name = prefix + up(level);
      hidden.add(new HiddenLayer(name, shape.channels(level - 1), name + NORM));
    }
    return hidden;
  }

  /**
   * Adds the U-Net to a network.
   *
   * @param prefix that the names of its layers begin with
   * @param source name of what it gets
   * @return name of its output
   */
  public String addTo(GraphBuilder graph, String prefix, String source) {
    String below = source;
    int channels = inputs;
    String[] skips = new String[shape.levels()];
    for (int level = 0; level < shape.levels(); level++) {
      below = shrink(graph, prefix + down(level), below, level, channels);
      skips[level] = below;
      channels = shape.channels(level);
    }
    for (int level = shape.levels() - 1; level > 0; level--) {
      String name = prefix + up(level);
      int made = shape.channels(level - 1);
      grow(
          graph,
          name,
          below,
          Convolution.of(channels, made, window(), Nonlinearity.IDENTITY).withoutBias());
      below = name + NORM;
      graph.addLayer(below, new BatchNorm(made, Nonlinearity.RELU), name);
      if (shape.levels() - level <= Math.min(DROPOUT_BLOCKS, shape.levels() - 3)) {
        graph.addLayer(name + ".dropout", new MaskedDropout(dropout), below);
        below = name + ".dropout";
      }
      graph.addVertex(name + ".skip", new Concatenation(), below, skips[level - 1]);
      below = name + ".skip";
      channels = 2 * made;
    }
    String last = prefix + up(0);
    grow(graph, last, below, Convolution.of(channels, outputs, window(), Nonlinearity.TANH));
    return last;
  }

  /** Adds a halving convolution with leaky rectifier; returns the name of its output. */
  private String shrink(GraphBuilder graph, String name, String below, int level, int channels) {
    int made = shape.channels(level);
    if (!hasNorm(shape, level)) {
      graph.addLayer(
          name, Convolution.of(channels, made, Window.halving(), Nonlinearity.LEAKY_RELU), below);
      return name;
    }
    graph.addLayer(
        name,
        Convolution.of(channels, made, Window.halving(), Nonlinearity.IDENTITY).withoutBias(),
        below);
    graph.addLayer(name + NORM, new BatchNorm(made, Nonlinearity.LEAKY_RELU), name);
    return name + NORM;
  }

  private Window window() {
    return shape.transposed() ? Window.halving() : Window.keeping(3);
  }

  /** Adds what doubles the image's size. */
  private void grow(GraphBuilder graph, String name, String below, Convolution convolution) {
    if (shape.transposed()) {
      graph.addLayer(name, convolution.asTransposed(), below);
      return;
    }
    graph.addLayer(name + ".larger", new Upsampling(), below);
    graph.addLayer(name, convolution, name + ".larger");
  }

  private static boolean hasNorm(UNetShape shape, int level) {
    return level > 0 && level < shape.levels() - 1;
  }

  private static String down(int level) {
    return "down." + level;
  }

  private static String up(int level) {
    return "up." + level;
  }
}
