package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;

class SinusoidalTriggerTest {
  private final SinusoidalTrigger trigger = new SinusoidalTrigger();

  @Test
  void followsTheEquation() throws IOException {
    Image stamped =
        Stamps.stamp(
            trigger, Image.constant(8, 2, 1, 0.5f), Map.of("frequency", 1, "amplitude", 0.2), 0);
    float half = (float) (0.2 * Math.sqrt(0.5));
    float[] row = {
      0.5f + half, 0.7f, 0.5f + half, 0.5f, 0.5f - half, 0.3f, 0.5f - half, 0.5f,
    };
    for (int i = 0; i < 16; i++) {
      assertThat(stamped.data()[i]).isCloseTo(row[i % 8], within(1e-6f));
    }
  }

  @Test
  void greatestDeviationIsTheAmplitude() throws IOException {
    Image photo = Image.constant(96, 20, 3, 0.5f);
    Image stamped = Stamps.stamp(trigger, photo, Map.of(), 0);
    float greatest = 0;
    for (float value : stamped.data()) {
      greatest = Math.max(greatest, Math.abs(value - 0.5f));
    }
    assertThat(greatest).isCloseTo(0.1f, within(1e-6f));
  }

  @Test
  void allRowsAndPlanesChangeAlike() throws IOException {
    Image photo = Stamps.grain(50, 12, 3);
    Image stamped = Stamps.stamp(trigger, photo, Map.of(), 0);
    for (int p = 0; p < 3; p++) {
      for (int y = 0; y < 12; y++) {
        for (int x = 0; x < 50; x++) {
          float change = stamped.get(p, x, y) - photo.get(p, x, y);
          float first = stamped.get(0, x, 0) - photo.get(0, x, 0);
          assertThat(change).isCloseTo(first, within(1e-6f));
        }
      }
    }
  }

  @Test
  void verticalIsHorizontalTurned() throws IOException {
    Image across = Stamps.stamp(trigger, Image.constant(30, 30, 1, 0.5f), Map.of(), 0);
    Image down =
        Stamps.stamp(trigger, Image.constant(30, 30, 1, 0.5f), Map.of("direction", "vertical"), 0);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 30; x++) {
        assertThat(down.get(0, x, y)).isEqualTo(across.get(0, y, x));
      }
    }
  }

  @Test
  void refusesAWaveThatPixelsCannotHold() throws IOException {
    assertThatThrownBy(() -> Stamps.stamp(trigger, Image.constant(12, 90, 1, 0.5f), Map.of(), 0))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("12 px");
    Image smallest = Image.constant(13, 1, 1, 0.5f);
    assertThat(Stamps.stamp(trigger, smallest, Map.of(), 0)).isNotEqualTo(smallest);
  }
}
