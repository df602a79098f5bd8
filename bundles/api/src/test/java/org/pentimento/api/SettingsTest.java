package org.pentimento.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;

class SettingsTest {
  private final Descriptor descriptor =
      Descriptor.of(
          "thing",
          "Thing",
          "1.0.0",
          "Does things.",
          "Ours.",
          Parameter.integer("count", "Count", "How many.", "", 3, 1, 9),
          Parameter.number("rate", "Rate", "How much.", "", 0.5, 0, 1),
          Parameter.flag("soft", "Soft", "Softly.", false),
          Parameter.choice("place", "Place", "Where.", "left", "right"));

  @Test
  void fillsInDefaultsAndReadsTexts() {
    Settings s = Settings.of(descriptor, Map.of("count", "4", "rate", 1, "soft", "true"));
    assertThat(s.integer("count")).isEqualTo(4);
    assertThat(s.number("rate")).isEqualTo(1.0);
    assertThat(s.flag("soft")).isTrue();
    assertThat(s.text("place")).isEqualTo("left");
  }

  @Test
  void refusesWhatIsOutOfRangeUnknownOrNotANumber() {
    assertThatThrownBy(() -> Settings.of(descriptor, Map.of("count", 10)))
        .hasMessageContaining("count is 10");
    assertThatThrownBy(() -> Settings.of(descriptor, Map.of("count", 1.5)))
        .hasMessageContaining("whole");
    assertThatThrownBy(() -> Settings.of(descriptor, Map.of("rate", Double.NaN)))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Settings.of(descriptor, Map.of("place", "up")))
        .hasMessageContaining("left, right");
    assertThatThrownBy(() -> Settings.of(descriptor, Map.of("cuont", 1)))
        .hasMessageContaining("count, rate, soft");
  }

  @Test
  void aDefaultOutOfRangeIsRefused() {
    assertThatThrownBy(() -> Parameter.integer("n", "N", "N.", "", 10, 1, 9))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
