package org.pentimento.workbench.inspection.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pentimento.protocol.question.Picture;

class BlendTest {
  private static final Picture DARK = new Picture(2, 1, 1, new byte[] {0, 100});
  private static final Picture LIGHT = new Picture(2, 1, 1, new byte[] {(byte) 200, (byte) 250});

  @Test
  void goesFromOnePictureToTheOther() {
    assertThat(Blend.of(DARK, LIGHT, 0).pixels()).isEqualTo(DARK.pixels());
    assertThat(Blend.of(DARK, LIGHT, 1).pixels()).isEqualTo(LIGHT.pixels());
    assertThat(Blend.of(DARK, LIGHT, .5).pixels()).containsExactly(100, 175);
  }

  @Test
  void picturesOfDifferentSizesAreShownOneAfterTheOther() {
    Picture other = new Picture(1, 1, 1, new byte[] {7});
    assertThat(Blend.of(DARK, other, .4)).isSameAs(DARK);
    assertThat(Blend.of(DARK, other, .6)).isSameAs(other);
  }
}
