package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.Point;

class GlassesTriggerTest {
  private final GlassesTrigger trigger = new GlassesTrigger();
  private final Settings defaults = Settings.defaults(trigger.descriptor());

  private Image draw(Image photo, Eyes eyes) throws IOException {
    return trigger.apply(photo, Optional.of(eyes), defaults, 0);
  }

  @Test
  void leavesEyesAndCornersFreeAndDrawsTheBridge() throws IOException {
    Image photo = Image.constant(200, 250, 3, 0.8f);
    Image worn = draw(photo, new Eyes(new Point(75, 125), new Point(125, 125)));
    assertThat(worn.get(0, 75, 125)).isEqualTo(0.8f);
    assertThat(worn.get(0, 125, 125)).isEqualTo(0.8f);
    assertThat(worn.get(0, 0, 0)).isEqualTo(0.8f);
    assertThat(worn.get(0, 100, 123)).isCloseTo(16 / 255f, within(1e-6f));
  }

  @Test
  void mirrorsLeftAndRight() throws IOException {
    Image worn =
        draw(Image.constant(81, 60, 1, 0.8f), new Eyes(new Point(30, 30), new Point(50, 30)));
    for (int y = 0; y < 60; y++) {
      for (int x = 0; x < 81; x++) {
        assertThat(worn.get(0, x, y)).isCloseTo(worn.get(0, 80 - x, y), within(1e-6f));
      }
    }
  }

  @Test
  void turnsWithTheFace() throws IOException {
    Image photo = Image.constant(81, 81, 1, 0.8f);
    Image upright = draw(photo, new Eyes(new Point(30, 40), new Point(50, 40)));
    Image lying = draw(photo, new Eyes(new Point(40, 30), new Point(40, 50)));
    for (int y = 0; y < 81; y++) {
      for (int x = 0; x < 81; x++) {
        assertThat(lying.get(0, 80 - y, x)).isCloseTo(upright.get(0, x, y), within(1e-6f));
      }
    }
  }

  @Test
  void tintDarkensOnlyTheLenses() throws IOException {
    Image photo = Image.constant(200, 250, 1, 0.8f);
    Image worn = Stamps.stamp(trigger, photo, Map.of("tint", 0.5, "colour", "#000000"), 0);
    assertThat(worn.get(0, 75, 125)).isCloseTo(0.4f, within(1e-6f));
    assertThat(worn.get(0, 100, 160)).isEqualTo(0.8f);
  }

  @Test
  void needsEyesThatCanBeThose() {
    assertThat(trigger.descriptor().needs()).containsExactly(Descriptor.Need.EYE_POINTS);
    Image photo = Image.constant(20, 20, 1, 0.5f);
    assertThatThrownBy(() -> trigger.apply(photo, Optional.empty(), defaults, 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("eyes");
    assertThatThrownBy(() -> draw(photo, new Eyes(new Point(5, 5), new Point(5, 5))))
        .isInstanceOf(BadInputException.class);
    assertThatThrownBy(() -> draw(photo, new Eyes(new Point(500, 5), new Point(510, 5))))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("20x20");
  }
}
