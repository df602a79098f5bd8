package org.pentimento.detector.sketching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Point;

class FacePartTest {
  private static final int SIDE = 64;

  private static boolean in(FacePart part, Optional<Eyes> eyes, int x, int y) {
    return part.window(eyes, SIDE, SIDE)[y * SIDE + x];
  }

  @Test
  void partsLieWhereTheEyePointsSay() {
    Optional<Eyes> eyes = Optional.of(new Eyes(new Point(24, 30), new Point(40, 30)));
    assertThat(in(FacePart.EYES, eyes, 24, 30)).isTrue();
    assertThat(in(FacePart.EYES, eyes, 32, 47)).isFalse();
    assertThat(in(FacePart.NOSE, eyes, 32, 38)).isTrue();
    assertThat(in(FacePart.MOUTH, eyes, 32, 47)).isTrue();
    assertThat(in(FacePart.MOUTH, eyes, 24, 30)).isFalse();
  }

  @Test
  void partsLeanAsTheFaceDoes() {
    Optional<Eyes> lying = Optional.of(new Eyes(new Point(30, 24), new Point(30, 40)));
    assertThat(in(FacePart.MOUTH, lying, 13, 32)).isTrue();
    assertThat(in(FacePart.MOUTH, lying, 32, 47)).isFalse();
  }

  @Test
  void surroundingsReachHalfAnEyeDistanceFurther() {
    Optional<Eyes> eyes = Optional.of(new Eyes(new Point(24, 30), new Point(40, 30)));
    boolean[] near = FacePart.MOUTH.surroundings(eyes, SIDE, SIDE);
    assertThat(near[38 * SIDE + 32]).isTrue();
    assertThat(near[34 * SIDE + 32]).isFalse();
  }

  @Test
  void thirdsStandForPartsWhereEyePointsAreUnknown() {
    assertThat(in(FacePart.EYES, Optional.empty(), 0, 20)).isTrue();
    assertThat(in(FacePart.NOSE, Optional.empty(), 63, 40)).isTrue();
    assertThat(in(FacePart.MOUTH, Optional.empty(), 5, 63)).isTrue();
    assertThat(in(FacePart.MOUTH, Optional.empty(), 5, 20)).isFalse();
  }
}
