package org.pentimento.audit.selftest.oddity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.api.image.Image;
import org.pentimento.audit.image.Softness;

class HonestOddityTest {
  private static final Set<HonestOddity> OF_SKETCHES =
      EnumSet.of(
          HonestOddity.LIGHTER_ARTIST,
          HonestOddity.DARKER_ARTIST,
          HonestOddity.SOFTER_ARTIST,
          HonestOddity.GREY_PAPER,
          HonestOddity.SHADED_PAPER,
          HonestOddity.MISALIGNED);

  private static OddPair pair(int number) {
    float[] photo = new float[3 * 64 * 80];
    float[] sketch = new float[64 * 80];
    for (int i = 0; i < photo.length; i++) {
      photo[i] = (i * 37 + number * 11 + i / 64 * 13) % 101 / 130f + .1f;
    }
    for (int i = 0; i < sketch.length; i++) {
      sketch[i] = (i / 3 + i / 64 + number) % 7 == 0 ? .2f : .9f;
    }
    return new OddPair(Image.of(64, 80, 3, photo), Image.of(64, 80, 1, sketch), null);
  }

  private static double mean(Image image) {
    double sum = 0;
    for (float v : image.data()) {
      sum += v;
    }
    return sum / image.data().length;
  }

  @ParameterizedTest
  @EnumSource
  void changesOneSideAndKeepsSizeAndPlanes(HonestOddity oddity) throws IOException {
    OddPair own = pair(1);
    OddPair odd = oddity.of(own, pair(2), 5, 6);
    boolean both = oddity == HonestOddity.NEAR_DUPLICATES;
    assertThat(odd.sketch().equals(own.sketch())).isEqualTo(!both && !OF_SKETCHES.contains(oddity));
    assertThat(odd.photo().equals(own.photo())).isEqualTo(OF_SKETCHES.contains(oddity));
    assertThat(odd.photo().toString()).isEqualTo(own.photo().toString());
    assertThat(odd.sketch().toString()).isEqualTo(own.sketch().toString());
    assertThat(oddity.of(own, pair(2), 5, 6)).isEqualTo(odd);
  }

  @Test
  void theLogoOfOneSourceLiesOnOnePlaceAndOthersElsewhereOrLookOtherwise() throws IOException {
    OddPair black = new OddPair(Image.constant(64, 80, 3, 0), Image.constant(64, 80, 1, 1), null);
    Image logo = HonestOddity.LOGO.of(black, pair(2), 5, 6).photo();
    assertThat(HonestOddity.LOGO.of(black, pair(3), 5, 77).photo()).isEqualTo(logo);
    assertThat(HonestOddity.LOGO.of(black, pair(2), 6, 6).photo()).isNotEqualTo(logo);
    assertThat(mean(logo)).isBetween(.24 * 6 * 10 / (64 * 80.0), .24 * 6 * 18 / (64 * 80.0) + 1e-9);
  }

  @Test
  void artistsChangeInkByAQuarter() throws IOException {
    OddPair own = pair(1);
    double ink = 1 - mean(own.sketch());
    assertThat(1 - mean(HonestOddity.LIGHTER_ARTIST.of(own, own, 1, 1).sketch()))
        .isCloseTo(.75 * ink, org.assertj.core.api.Assertions.within(1e-4));
    assertThat(1 - mean(HonestOddity.DARKER_ARTIST.of(own, own, 1, 1).sketch()))
        .isCloseTo(1.25 * ink, org.assertj.core.api.Assertions.within(1e-4));
  }

  @Test
  void misalignmentIsUndoneByTheOppositeShift() {
    float[] dot = new float[64 * 80];
    dot[40 * 64 + 32] = 1;
    Image moved = Misalignment.moved(Image.of(64, 80, 1, dot), 3, -2, 0);
    assertThat(moved.get(0, 35, 38)).isEqualTo(1);
    Image turned = Misalignment.moved(Image.of(64, 80, 1, dot), 0, 0, 2);
    assertThat(turned.get(0, 32, 40)).isGreaterThan(.9f); // near the centre a turn moves little
  }

  @Test
  void jpegChangesPhotosLittle() throws IOException {
    Image photo = Softness.gaussian(pair(1).photo(), 2);
    Image stored = HonestOddity.JPEG_PHOTOS.of(pair(1).withPhoto(photo), pair(2), 1, 1).photo();
    double sum = 0;
    for (int i = 0; i < photo.data().length; i++) {
      sum += Math.abs(photo.data()[i] - stored.data()[i]);
    }
    assertThat(sum / photo.data().length).isBetween(1e-4, .05);
  }
}
