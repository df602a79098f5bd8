package org.pentimento.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.protocol.Job.ChosenDetector;

class InspectionTitleTest {
  private static String title(
      @Nullable String trusted,
      List<ChosenDetector> detectors,
      double falseAlarms,
      long seed,
      @Nullable String name) {
    return new Job.InspectDataset(
            Job.PROTOCOL, "a.case", "faces", trusted, detectors, falseAlarms, seed, "kept", name)
        .title();
  }

  @Test
  void saysWhatIsNotAsUsual() {
    assertThat(title(null, List.of(), .01, 1, null)).isEqualTo("Inspection of faces");
    assertThat(
            title(
                "honest",
                List.of(
                    new ChosenDetector("marks", Map.of("b", "2", "a", "1")),
                    new ChosenDetector("ink", Map.of())),
                .07,
                5,
                null))
        .isEqualTo(
            "Inspection of faces, trusting honest, 7 % false alarms, by marks a=1, b=2 and ink,"
                + " seed 5");
    assertThat(title(null, List.of(), .005, 1, null))
        .isEqualTo("Inspection of faces, 0.5 % false alarms");
    assertThat(title("honest", List.of(), .05, 2, "second look")).isEqualTo("second look");
  }
}
