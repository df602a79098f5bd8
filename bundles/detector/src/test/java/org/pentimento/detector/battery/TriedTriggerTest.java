package org.pentimento.detector.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;

class TriedTriggerTest {
  /** Does nothing. */
  private static final class Stripes implements Trigger {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "stripes",
          "Stripes",
          "1.0.0",
          "Stripes.",
          "Ours.",
          Parameter.number("strength", "Strength", "How strong.", "of 1", .1, 0, 1),
          Parameter.integer("size", "Size", "0 leaves it to the share.", "px", 0, 0, 65_535),
          Parameter.number("tint", "Tint", "How dark.", "", 0, 0, 1),
          Parameter.choice("way", "Way", "Which way.", "across", "down"),
          Parameter.file("image", "Image", "None for none."));
    }

    @Override
    public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
      return photo;
    }
  }

  @Test
  void settingsSpreadOverWhatIsUsual() {
    List<TriedTrigger> tried = TriedTrigger.of(new Stripes(), 8, 3);
    assertThat(tried).hasSize(8);
    assertThat(tried)
        .allSatisfy(
            one -> {
              assertThat(one.settings().number("strength")).isBetween(.04, .25);
              assertThat(one.settings().integer("size")).isZero();
              assertThat(one.settings().number("tint")).isBetween(0., 1.);
            });
    assertThat(tried.stream().map(one -> one.settings().number("strength")).distinct()).hasSize(8);
  }

  @Test
  void settingsAreNamedWithTheirUnits() {
    TriedTrigger one = TriedTrigger.of(new Stripes(), 1, 3).get(0);
    assertThat(one.words()).isEqualTo("Strength 0.1 of 1, Tint 0.5, Way across");
  }
}
