package org.pentimento.workbench.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;

class SettingValuesTest {
  private int changes;
  private final SettingValues values =
      new SettingValues(
          Descriptor.of(
              "wave",
              "Wave",
              "1.0.0",
              "",
              "",
              Parameter.number("height", "Height", "", "px", 0.5, 0, 1),
              Parameter.flag("round", "Round", "", true)),
          () -> changes++);

  @Test
  void countsDefaultsUntilSomethingElseIsGiven() {
    assertThat(values.all()).containsEntry("height", "0.5").containsEntry("round", "true");
    values.set("height", "0.25");
    values.set("round", "true");
    assertThat(values.all()).containsEntry("height", "0.25");
    assertThat(values.different()).containsOnlyKeys("height");
    values.set("height", "");
    assertThat(values.get("height")).isEmpty();
    assertThat(values.all()).containsEntry("height", "0.5");
    assertThat(changes).isEqualTo(3);
  }

  @Test
  void saysWhatIsWrongWithOneValue() {
    values.set("height", "2");
    assertThat(values.problem("height"))
        .contains("Height is '2'; it must be a number from 0 to 1.");
    assertThat(values.problem("round")).isEmpty();
    values.set("height", "half");
    assertThat(values.problem("height")).isPresent();
    values.set("height", "1");
    assertThat(values.problem("height")).isEmpty();
  }
}
