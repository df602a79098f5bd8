package org.pentimento.generator;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.layer.BatchNorm;
import org.pentimento.engine.layer.Concatenation;
import org.pentimento.engine.layer.Convolution;
import org.pentimento.engine.layer.MaskedDropout;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.Upsampling;
import org.pentimento.engine.layer.Window;
import org.pentimento.engine.network.Network;
import org.pentimento.generator.Blueprint.HiddenLayer;

/**
 * The two networks of pix2pix: a U-Net that draws, and the 70x70 PatchGAN that tells true sketches
 * from drawn ones.
 *
 * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR 2017,
 * appendix 6.1.
 */
final class CganBlueprint {
  /** Smaller images leave the PatchGAN nothing to judge. */
  private static final int SMALLEST_SIDE = 32;

  private static final int PHOTO_PLANES = 3;
  private static final int DROPOUT_BLOCKS = 3;
  private static final String NORM = ".norm";

  private CganBlueprint() {}

  static Canvas canvas(UNetShape shape) {
    return new Canvas(shape.multiple(), SMALLEST_SIDE, -1f, 1f);
  }

  /** The U-Net. */
  static Blueprint generator(UNetShape shape, double dropout) {
    List<HiddenLayer> hidden = new ArrayList<>();
    for (int level = 0; level < shape.levels(); level++) {
      String name = down(level);
      hidden.add(
          new HiddenLayer(name, shape.channels(level), hasNorm(shape, level) ? name + NORM : name));
    }
    for (int level = shape.levels() - 1; level > 0; level--) {
      hidden.add(new HiddenLayer(up(level), shape.channels(level - 1), up(level) + NORM));
    }
    return new Blueprint(canvas(shape), hidden, () -> generator(shape, dropout, DataType.FLOAT));
  }

  static ComputationGraphConfiguration generator(UNetShape shape, double dropout, DataType type) {
    GraphBuilder graph = Network.describe(type);
    String below = Network.INPUT;
    int inputs = PHOTO_PLANES;
    String[] skips = new String[shape.levels()];
    for (int level = 0; level < shape.levels(); level++) {
      int outputs = shape.channels(level);
      below = convolution(graph, down(level), below, inputs, outputs, hasNorm(shape, level));
      skips[level] = below;
      inputs = outputs;
    }
    for (int level = shape.levels() - 1; level > 0; level--) {
      int outputs = shape.channels(level - 1);
      below = growth(graph, shape, level, below, inputs, outputs, Nonlinearity.IDENTITY);
      graph.addLayer(up(level) + NORM, new BatchNorm(outputs, Nonlinearity.RELU), below);
      below = up(level) + NORM;
      if (shape.levels() - level <= Math.min(DROPOUT_BLOCKS, shape.levels() - 3)) {
        graph.addLayer(up(level) + ".dropout", new MaskedDropout(dropout), below);
        below = up(level) + ".dropout";
      }
      graph.addVertex(up(level) + ".skip", new Concatenation(), below, skips[level - 1]);
      below = up(level) + ".skip";
      inputs = 2 * outputs;
    }
    below = growth(graph, shape, 0, below, inputs, 1, Nonlinearity.TANH);
    return graph.setOutputs(below).build();
  }

  /** The 70x70 PatchGAN over photo and sketch; its output are logits, one per patch. */
  static ComputationGraphConfiguration discriminator(int width, DataType type) {
    GraphBuilder graph = Network.describe(type);
    Window sliding = new Window(4, 1, 1);
    String below = convolution(graph, judge(0), Network.INPUT, PHOTO_PLANES + 1, width, false);
    below = convolution(graph, judge(1), below, width, 2 * width, true);
    below = convolution(graph, judge(2), below, 2 * width, 4 * width, true);
    graph.addLayer(
        judge(3),
        Convolution.of(4 * width, 8 * width, sliding, Nonlinearity.IDENTITY).withoutBias(),
        below);
    graph.addLayer(judge(3) + NORM, new BatchNorm(8 * width, Nonlinearity.LEAKY_RELU), judge(3));
    graph.addLayer(
        judge(4), Convolution.of(8 * width, 1, sliding, Nonlinearity.IDENTITY), judge(3) + NORM);
    return graph.setOutputs(judge(4)).build();
  }

  /** Adds a halving convolution with leaky rectifier; returns the name of its output. */
  private static String convolution(
      GraphBuilder graph, String name, String below, int inputs, int outputs, boolean norm) {
    if (!norm) {
      graph.addLayer(
          name, Convolution.of(inputs, outputs, Window.halving(), Nonlinearity.LEAKY_RELU), below);
      return name;
    }
    graph.addLayer(
        name,
        Convolution.of(inputs, outputs, Window.halving(), Nonlinearity.IDENTITY).withoutBias(),
        below);
    graph.addLayer(name + NORM, new BatchNorm(outputs, Nonlinearity.LEAKY_RELU), name);
    return name + NORM;
  }

  /** Adds what doubles the image's size; returns the name of its output. */
  private static String growth(
      GraphBuilder graph,
      UNetShape shape,
      int level,
      String below,
      int inputs,
      int outputs,
      Nonlinearity nonlinearity) {
    String name = up(level);
    String source = below;
    Convolution convolution;
    if (shape.transposed()) {
      convolution = Convolution.of(inputs, outputs, Window.halving(), nonlinearity).asTransposed();
    } else {
      source = name + ".larger";
      graph.addLayer(source, new Upsampling(), below);
      convolution = Convolution.of(inputs, outputs, Window.keeping(3), nonlinearity);
    }
    graph.addLayer(name, level == 0 ? convolution : convolution.withoutBias(), source);
    return name;
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

  private static String judge(int layer) {
    return "judge." + layer;
  }
}
