package org.pentimento.workbench.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class IdentityTest {
  @Test
  void aLoginOfNobodyIsNoName() {
    assertThat(Identity.proposed("root")).isEmpty();
    assertThat(Identity.proposed("Administrator")).isEmpty();
    assertThat(Identity.proposed("mueller")).isEqualTo("mueller");
  }

  @Test
  void whatIsNoTimeZoneIsTheSystems() {
    assertThat(Identity.zone("Europe/Berlin")).isEqualTo("Europe/Berlin");
    assertThat(Identity.zone("Middle of/Nowhere")).isEqualTo(ZoneId.systemDefault().getId());
    assertThat(Identity.zone("")).isEqualTo(ZoneId.systemDefault().getId());
  }
}
