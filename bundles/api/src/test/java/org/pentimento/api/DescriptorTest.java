package org.pentimento.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.About;
import org.pentimento.api.extension.Descriptor.Need;

class DescriptorTest {
  private static final Descriptor PLAIN =
      Descriptor.of("stamp", "Stamp", "1.0.0", "It stamps.", "Somebody (2020).");

  @Test
  void saysNothingOfItsVendorUnlessTold() {
    assertThat(PLAIN.about()).isEqualTo(About.NOTHING);
    assertThat(PLAIN.about().isDeprecated()).isFalse();
  }

  @Test
  void keepsWhatWasToldInAnyOrder() {
    Descriptor told =
        PLAIN
            .deprecated("date-stamp")
            .licensed("EPL-2.0")
            .needing(Need.COLOUR)
            .offeredBy("Example Labs", "https://example.org");
    assertThat(told.about())
        .isEqualTo(new About("EPL-2.0", "Example Labs", "https://example.org", "date-stamp"));
    assertThat(told.about().isDeprecated()).isTrue();
    assertThat(told.needs()).containsExactly(Need.COLOUR);
  }

  @Test
  void deprecatesNothingWithoutWhatToUseInstead() {
    assertThatThrownBy(() -> PLAIN.deprecated(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("stamp");
  }
}
