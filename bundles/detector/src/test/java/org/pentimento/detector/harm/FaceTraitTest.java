package org.pentimento.detector.harm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.Point;

class FaceTraitTest {
  private static final int SIDE = 64;

  /** Light on the left, lighter on the right. */
  private static Image photo() {
    float[] data = new float[3 * SIDE * SIDE];
    for (int i = 0; i < data.length; i++) {
      data[i] = .6f + .2f * (i % SIDE) / SIDE;
    }
    return Image.of(SIDE, SIDE, 3, data);
  }

  @ParameterizedTest
  @EnumSource
  void changesAPhotoAndStaysAPhoto(FaceTrait trait) {
    float[] with = trait.on(photo(), Optional.empty()).data();
    int changed = 0;
    for (int i = 0; i < with.length; i++) {
      assertThat(with[i]).isBetween(0f, 1f);
      changed += Math.abs(with[i] - photo().data()[i]) > .05f ? 1 : 0;
    }
    assertThat(changed).isGreaterThan(with.length / 200);
  }

  @Test
  void liesWhereTheEyePointsSay() {
    Eyes eyes = new Eyes(new Point(24, 20), new Point(40, 20));
    Image with = FaceTrait.SUNGLASSES.on(photo(), Optional.of(eyes));
    assertThat(with.get(0, 24, 20)).isLessThan(.25f);
    assertThat(with.get(0, 24, 40)).isEqualTo(photo().get(0, 24, 40));
  }

  @Test
  void exchangesLeftAndRight() {
    Image twice =
        FaceTrait.MIRRORED.on(FaceTrait.MIRRORED.on(photo(), Optional.empty()), Optional.empty());
    assertThat(Arrays.equals(twice.data(), photo().data())).isTrue();
  }
}
