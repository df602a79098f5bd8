package org.pentimento.detector.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.detector.compact.CompactFamily;
import org.pentimento.detector.compact.PhotoChange;
import org.pentimento.detector.place.StampedPatch;
import org.pentimento.detector.sketching.Photos;

class TriggerCandidateTest {
  private static final int SIDE = 12;

  private static Photos photos() {
    float[] data = new float[3 * SIDE * SIDE];
    for (int i = 0; i < data.length; i++) {
      data[i] = .3f + .4f * (i % SIDE) / SIDE;
    }
    Image photo = Image.of(SIDE, SIDE, 3, data);
    return new Photos(List.of(photo), List.of(photo, photo));
  }

  private static ShownTrigger shown(TriggerCandidate candidate) {
    return candidate.shown(List::copyOf, photos(), .1);
  }

  private static double change(SharedPattern pattern, int value) {
    return (pattern.residual().data()[value] - .5) / pattern.gain();
  }

  /** Whoever undoes the enlargement on middle grey has the patch back. */
  @Test
  void aPatchIsShownWithItsPlaceAndItsPictureCanBeHadBack() {
    float[] squares = new float[3 * 4 * 4];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = i % 2 == 0 ? 1 : .25f;
    }
    StampedPatch patch = new StampedPatch(5, 3, 4, squares);
    ShownTrigger shown = shown(TriggerCandidate.of(patch, .8, List.of(.1, .2)));
    SharedPattern pattern = shown.pattern();
    assertThat(pattern.family()).isEqualTo(Family.STAMP);
    assertThat(pattern.place()).isEqualTo(new SharedPattern.Place(5, 3, 4, 4));
    assertThat(.5 + change(pattern, 3 * SIDE + 5)).isCloseTo(1, within(1e-5));
    assertThat(.5 + change(pattern, 3 * SIDE + 6)).isCloseTo(.25, within(1e-5));
    assertThat(change(pattern, 0)).isCloseTo(0, within(1e-6));
    assertThat(pattern.mask().data()[3 * SIDE + 5]).isEqualTo(1);
    assertThat(pattern.mask().data()[2 * SIDE + 5]).isZero();
  }

  @Test
  void aWaveIsShownWithItsPeriodsAndAmplitude() {
    PhotoChange change = CompactFamily.WAVE.of(.08, SIDE, SIDE);
    double[] wave = {3, -1, .4};
    ShownTrigger shown =
        shown(
            TriggerCandidate.of(
                CompactFamily.WAVE,
                .08,
                wave,
                photo -> change.apply(photo, wave),
                .7,
                List.of(.02, .03)));
    assertThat(shown.pattern().measures().cyclesAcross()).isEqualTo(3);
    assertThat(shown.pattern().measures().cyclesDown()).isEqualTo(1);
    double most = 0;
    for (int i = 0; i < 3 * SIDE * SIDE; i++) {
      most = Math.max(most, Math.abs(change(shown.pattern(), i)));
    }
    assertThat(most).isBetween(.07, .0801);
    float[] mask = new float[SIDE * SIDE];
    Arrays.fill(mask, 1);
    assertThat(shown.pattern().mask().data()).isEqualTo(mask);
    assertThat(shown.shadowEffects()).containsExactly(.02, .03);
  }
}
