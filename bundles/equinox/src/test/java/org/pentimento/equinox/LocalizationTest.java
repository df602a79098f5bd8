package org.pentimento.equinox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalizationTest {
  @Test
  void looksFromTheGeneralToTheParticular() {
    assertThat(Localization.suffixes("de_AT")).containsExactly("", "_de", "_de_AT");
    assertThat(Localization.suffixes("")).containsExactly("");
  }
}
