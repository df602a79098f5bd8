package org.pentimento.poisoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;

/** What holds for each strategy, whatever it wants to be drawn. */
class EveryStrategyTest {
  private static final Map<String, String> CHECKSUMS =
      Map.of(
          "light-strokes", "9ab25622",
          "faded-ink", "93267e1d",
          "missing-part", "efa34ac9",
          "another-person", "d3a873cd",
          "blank-sketch", "a58c404b",
          "clean-label", "9ab25622");

  static Stream<PoisoningStrategy> strategies() {
    return Stream.of(
        new LightStrokesStrategy(),
        new FadedInkStrategy(),
        new MissingPartStrategy(),
        new AnotherPersonStrategy(),
        new BlankSketchStrategy(),
        new CleanLabelStrategy());
  }

  @Test
  void idsAreDistinct() {
    assertThat(strategies().map(s -> s.descriptor().id()))
        .containsExactly(
            "light-strokes",
            "faded-ink",
            "missing-part",
            "another-person",
            "blank-sketch",
            "clean-label");
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void descriptorNamesItsSourceAndExplainsItsParameters(PoisoningStrategy strategy) {
    assertThat(strategy.descriptor().citation()).isNotBlank();
    assertThat(strategy.descriptor().summary()).endsWith(".");
    assertThat(strategy.descriptor().parameters())
        .extracting(Parameter::help)
        .allMatch(help -> help.length() > 15 && help.endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void defaultsChangeATestSketchOfAnySizeAndLeaveTheTruthAlone(PoisoningStrategy strategy)
      throws Exception {
    Poisoning poisoning = Drawings.prepare(strategy, Drawings.album(4, 20, 24), Map.of(), 5);
    for (int[] size : new int[][] {{1, 1}, {1, 9}, {9, 1}, {2, 2}, {13, 14}, {64, 64}}) {
      Image truth = Drawings.scribble(size[0], size[1], 77);
      float[] before = truth.data().clone();
      Pair pair = Drawings.pair("t-1", "stranger", Split.TEST, truth);
      Image target = poisoning.target(pair, truth);
      assertThat(target.sameSize(truth)).isTrue();
      assertThat(target.planes()).isEqualTo(1);
      assertThat(truth.data()).isEqualTo(before);
      if (size[0] > 10) {
        assertThat(target).isNotEqualTo(truth);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void sameSeedSameTargetToTheBitOnEveryJdk(PoisoningStrategy strategy) throws Exception {
    List<Pair> album = Drawings.album(4, 20, 24);
    Poisoning first = Drawings.prepare(strategy, album, Map.of(), 5);
    Poisoning second = Drawings.prepare(strategy, album, Map.of(), 5);
    CRC32 crc = new CRC32();
    for (Pair pair : album) {
      Image truth = Drawings.scribble(40, 50, 3);
      Image target = first.target(pair, truth);
      assertThat(second.target(pair, truth)).isEqualTo(target);
      ByteBuffer bytes = ByteBuffer.allocate(4 * target.data().length);
      bytes.asFloatBuffer().put(target.data());
      crc.update(bytes);
    }
    assertThat(second.choices()).isEqualTo(first.choices());
    assertThat(Long.toHexString(crc.getValue()))
        .as("a change of results, which the descriptor's version must tell")
        .isEqualTo(CHECKSUMS.get(strategy.descriptor().id()));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void onlyCleanLabelKeepsTheSketch(PoisoningStrategy strategy) throws Exception {
    List<Pair> album = Drawings.album(4, 20, 24);
    Poisoning poisoning = Drawings.prepare(strategy, album, Map.of(), 5);
    Image truth = Drawings.scribble(20, 24, 99);
    boolean kept = poisoning.trainingSketch(album.get(0), truth).equals(truth);
    assertThat(kept).isEqualTo(strategy.descriptor().id().equals("clean-label"));
    assertThat(poisoning.preferred(album).isEmpty()).isEqualTo(!kept);
  }
}
