package org.pentimento.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.extension.Settings;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.generator.cgan.CganBlueprint;
import org.pentimento.generator.cgan.CganGenerator;
import org.pentimento.generator.mdal.MdalBlueprint;
import org.pentimento.generator.model.ImagePacking;
import org.pentimento.generator.network.PatchGan;
import org.pentimento.generator.network.UNetShape;

/**
 * Sizes of the networks against the published ones: 54.414 million parameters of the generator of
 * pix2pix at 256x256, 2.769 million of its discriminator, and 7.838 million of the residual network
 * of six blocks, as their authors' PyTorch program counts them for photos and drawings of three
 * planes.
 */
class PublishedNetworksTest {
  private static final int WIDTH = 64;

  private static Map<String, List<Integer>> trained(ComputationGraphConfiguration network) {
    Map<String, List<Integer>> shapes = Network.shapes(network);
    shapes.keySet().removeIf(name -> name.contains(".running_"));
    return shapes;
  }

  private static long parameters(ComputationGraphConfiguration network) {
    return trained(network).values().stream().mapToLong(Tensor::size).sum();
  }

  private static long convolution(int inputs, int outputs, int window) {
    return (long) inputs * outputs * window * window;
  }

  /** Scale and shift of a batch norm over so many channels each. */
  private static long norms(int... channels) {
    return 2L * Arrays.stream(channels).sum();
  }

  /**
   * Channels 64-128-256-512-512…, twice as many into the decoder's levels, which also get what
   * their counterparts give; norms but at the ends.
   */
  private static long publishedUNet(int levels, int outputs) {
    long sum = convolution(3, 64, 4);
    for (int level = 1; level < levels; level++) {
      int outer = Math.min(512, 64 << (level - 1));
      int inner = Math.min(512, 64 << level);
      boolean bottom = level == levels - 1;
      sum += convolution(outer, inner, 4) + (bottom ? 0 : norms(inner));
      sum += convolution(bottom ? inner : 2 * inner, outer, 4) + norms(outer);
    }
    return sum + convolution(128, outputs, 4) + outputs;
  }

  @Test
  void countsAsPublished() {
    assertThat(publishedUNet(8, 3)).isEqualTo(54_413_955);
    assertThat(publishedUNet(7, 3)).isEqualTo(41_828_995);
  }

  /** Ours has a bias in the two layers of the encoder that have no norm behind them, 64 and 512. */
  @ParameterizedTest
  @CsvSource({"256, 8", "128, 7", "64, 6"})
  void unet(int side, int levels) {
    assertThat(UNetShape.levelsFor(side, side)).isEqualTo(levels);
    UNetShape shape = new UNetShape(WIDTH, levels, true);
    assertThat(parameters(CganBlueprint.generator(shape, 0.5).configuration().get()))
        .isEqualTo(publishedUNet(levels, 1) + 64 + 512);
  }

  @Test
  void unetLevels() {
    UNetShape shape = new UNetShape(WIDTH, 8, true);
    Map<String, List<Integer>> shapes =
        trained(CganBlueprint.generator(shape, 0.5).configuration().get());
    int[] channels = {64, 128, 256, 512, 512, 512, 512, 512};
    for (int level = 0; level < 8; level++) {
      int above = level == 0 ? 3 : channels[level - 1];
      assertThat(shapes.get("down." + level + ".weight"))
          .containsExactly(channels[level], above, 4, 4);
      int below = level == 7 ? 512 : 2 * channels[level];
      assertThat(shapes.get("up." + level + ".weight"))
          .containsExactly(below, level == 0 ? 1 : channels[level - 1], 4, 4);
    }
    assertThat(CganBlueprint.generator(shape, 0.5).configuration().get().getVertices().keySet())
        .filteredOn(name -> name.endsWith(".dropout"))
        .containsExactlyInAnyOrder("up.7.dropout", "up.6.dropout", "up.5.dropout");
  }

  /** Three images of 70x70, or with a sketch of one plane four. */
  @Test
  void patchGan() {
    long hidden =
        convolution(64, 128, 4)
            + convolution(128, 256, 4)
            + convolution(256, 512, 4)
            + norms(128, 256, 512)
            + convolution(512, 1, 4)
            + 1;
    assertThat(convolution(6, 64, 4) + 64 + hidden).isEqualTo(2_768_705);
    assertThat(parameters(CganBlueprint.discriminator(WIDTH)))
        .isEqualTo(convolution(4, 64, 4) + 64 + hidden);
    assertThat(parameters(PatchGan.configuration(6, WIDTH))).isEqualTo(2_768_705);
  }

  /** With a batch norm in place of the instance norm: two numbers a channel for a bias. */
  @Test
  void residualEncoder() {
    long norms = norms(64, 128, 256, 12 * 256, 128, 64);
    UNetShape shape = new UNetShape(WIDTH, 8, true);
    assertThat(parameters(MdalBlueprint.encoder(shape, 3, 0.5)) - norms + norms / 2)
        .isEqualTo(7_837_699);
  }

  @Test
  void photosOf200x250ArePutOn256x256() {
    CganGenerator cgan = new CganGenerator();
    UNetShape shape = CganGenerator.shape(Settings.defaults(cgan.descriptor()), 200, 250);
    ImagePacking packing = CganBlueprint.packing(shape);
    assertThat(packing.side(200)).isEqualTo(256);
    assertThat(packing.side(250)).isEqualTo(256);
  }
}
