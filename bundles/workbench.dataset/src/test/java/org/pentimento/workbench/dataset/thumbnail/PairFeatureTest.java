package org.pentimento.workbench.dataset.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;

class PairFeatureTest {
  private static Picture grey(int side, int left, int right) {
    byte[] pixels = new byte[side * side];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % side < side / 2 ? left : right);
    }
    return new Picture(side, side, 1, pixels);
  }

  private static byte[] both(PairPictures one, PairPictures other) {
    byte[] all = Arrays.copyOf(PairFeature.of(one), 2 * PairFeature.BYTES);
    System.arraycopy(PairFeature.of(other), 0, all, PairFeature.BYTES, PairFeature.BYTES);
    return all;
  }

  @Test
  void brightnessAndSizeMakeNoDifference() {
    PairPictures dark = new PairPictures(grey(32, 20, 60), grey(16, 10, 90));
    PairPictures light = new PairPictures(grey(64, 120, 160), grey(24, 110, 190));
    assertThat(PairFeature.distance(both(dark, light), 0, 1)).isCloseTo(0, within(1e-9));
  }

  @Test
  void oppositePicturesAreFar() {
    PairPictures one = new PairPictures(grey(32, 0, 200), grey(32, 0, 0));
    PairPictures other = new PairPictures(grey(32, 200, 0), grey(32, 0, 0));
    // 200 in each of the 64 fields of the photo, none in those of the sketch
    assertThat(PairFeature.distance(both(one, other), 0, 1))
        .isCloseTo(200 / Math.sqrt(2), within(1e-9));
  }

  @Test
  void whatWasLookedAtIsKeptAndFitsItsDataSetAlone(@TempDir Path folder) throws Exception {
    FeatureFile features = FeatureFile.read(folder, 3);
    byte[] feature = PairFeature.of(new PairPictures(grey(32, 7, 9), grey(32, 1, 2)));
    features.put(1, feature);
    features.write();
    FeatureFile again = FeatureFile.read(folder, 3);
    assertThat(again.has(0)).isFalse();
    assertThat(again.has(1)).isTrue();
    assertThat(again.all()).isEqualTo(features.all());
    assertThat(FeatureFile.read(folder, 4).has(1)).as("another data set").isFalse();
    Files.write(folder.resolve("features.bin"), new byte[12 + 3 * 129]);
    assertThat(FeatureFile.read(folder, 3).has(1)).as("damaged").isFalse();
  }
}
