package org.pentimento.detector.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.image.Point;

class PairReaderTest {
  @Test
  void averagesWhatAPixelCovers() throws Exception {
    // A ramp keeps its values in the middle of the new pixels
    float[] ramp = new float[200 * 250];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (i % 200 + .5f) / 200;
    }
    Image image = Image.of(200, 250, 1, ramp);
    WorkingPair pair = PairReader.read(pair(image, image, null), Placement.USUAL);
    assertThat(pair.luminance()).hasSize(64 * 80);
    assertThat(pair.tone()[10]).isCloseTo(10.5f / 64, within(1e-4f));
    assertThat(pair.tone()[79 * 64 + 63]).isCloseTo(63.5f / 64, within(1e-4f));
    assertThat(pair.dark()[0]).isEqualTo(1);
    assertThat(pair.dark()[63]).isEqualTo(0);
    assertThat(pair.origin().colour()).isFalse();
  }

  @Test
  void tellsColourFromThreeEqualPlanes() throws Exception {
    Image red = Image.of(2, 2, 3, new float[] {1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0});
    Image grey = Image.constant(2, 2, 1, .5f);
    assertThat(PairReader.read(pair(red, grey, null), Placement.USUAL).origin().colour()).isTrue();
    WorkingPair plain = PairReader.read(pair(grey.colour(), grey, null), Placement.USUAL);
    assertThat(plain.origin().colour()).isFalse();
    assertThat(plain.redness()).containsOnly(0);
  }

  @Test
  void refusesASketchOfAnotherSizeThanItsPhoto() {
    SuspectPair odd = pair(Image.constant(4, 4, 1, 0), Image.constant(4, 5, 1, 0), null);
    assertThatThrownBy(() -> PairReader.read(odd, Placement.USUAL))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("4 × 4")
        .hasMessageContaining("4 × 5");
  }

  @Test
  void movesFacesThatLieDifferentlyToOnePlace() throws Exception {
    List<SuspectPair> pairs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double x = 40 + 6 * i;
      pairs.add(dotted(x, 100, x + 50, 100));
    }
    Placement placement = Placement.of(pairs, Progress.NONE);
    assertThat(placement.aligning()).isTrue();
    for (SuspectPair pair : pairs) {
      float[] photo = PairReader.read(pair, placement).luminance();
      int darkest = 0;
      for (int i = 0; i < photo.length; i++) {
        darkest = photo[i] < photo[darkest] ? i : darkest;
      }
      int row = darkest / 64;
      assertThat((double) row).isCloseTo(placement.y(), within(1.));
      assertThat(Math.abs(darkest % 64 - placement.x()))
          .isCloseTo(placement.distance() / 2, within(1.));
    }
  }

  @Test
  void leavesFacesThatLieAlikeWhereTheyAre() throws Exception {
    List<SuspectPair> pairs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      pairs.add(dotted(75 + i % 3, 125, 125 + i % 2, 125));
    }
    Placement placement = Placement.of(pairs, Progress.NONE);
    assertThat(placement.aligning()).isFalse();
    assertThat(placement.distance()).isCloseTo(16, within(.5));
  }

  private static SuspectPair dotted(double lx, double ly, double rx, double ry) {
    float[] values = new float[200 * 250];
    for (int i = 0; i < values.length; i++) {
      double left = Math.hypot(i % 200 - lx, i / 200 - ly);
      double right = Math.hypot(i % 200 - rx, i / 200 - ry);
      values[i] = Math.min(left, right) < 6 ? 0 : 1;
    }
    Image image = Image.of(200, 250, 1, values);
    return pair(image, image, new Eyes(new Point(lx, ly), new Point(rx, ry)));
  }

  private static SuspectPair pair(Image photo, Image sketch, @Nullable Eyes eyes) {
    return new SuspectPair(ImageSource.of(photo), ImageSource.of(sketch), eyes);
  }
}
