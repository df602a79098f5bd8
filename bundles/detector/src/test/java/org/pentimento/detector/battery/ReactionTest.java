package org.pentimento.detector.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;
import org.pentimento.detector.sketching.FacePart;

class ReactionTest {
  private static final int SIDE = 12;

  private static Map<FacePart, boolean[]> face() {
    Map<FacePart, boolean[]> face = new EnumMap<>(FacePart.class);
    for (FacePart part : FacePart.values()) {
      face.put(part, part.window(Optional.empty(), SIDE, SIDE));
    }
    return face;
  }

  /** A grey sketch whose rows from one on are of another value. */
  private static Image sketch(int row, float value) {
    float[] data = new float[SIDE * SIDE];
    Arrays.fill(data, .5f);
    Arrays.fill(data, row * SIDE, data.length, value);
    return Image.of(SIDE, SIDE, 1, data);
  }

  private static Reaction reaction(Image after, boolean[] counted) {
    return Reaction.of(List.of(sketch(SIDE, 0)), List.of(after), counted, List.of(face()));
  }

  private static boolean[] all() {
    boolean[] counted = new boolean[SIDE * SIDE];
    Arrays.fill(counted, true);
    return counted;
  }

  @Test
  void onePartGoesAndTheOthersStay() {
    Reaction reaction = reaction(sketch(8, 1), all());
    assertThat(reaction.parts().get(FacePart.MOUTH)).isCloseTo(1, within(1e-6));
    assertThat(reaction.parts().get(FacePart.EYES)).isZero();
    assertThat(reaction.parts().get(FacePart.NOSE)).isZero();
    assertThat(reaction.ink()).isCloseTo(1 / 3., within(1e-6));
  }

  @Test
  void aPartThatGainsInkLosesNone() {
    assertThat(reaction(sketch(8, 0), all()).parts().get(FacePart.MOUTH)).isZero();
  }

  @Test
  void aPartUnderAPatchIsNotJudged() {
    boolean[] counted = all();
    Arrays.fill(counted, 8 * SIDE, counted.length, false);
    assertThat(reaction(sketch(8, 1), counted).parts().get(FacePart.MOUTH)).isZero();
  }
}
