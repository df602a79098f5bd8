package org.pentimento.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.pentimento.engine.Engine;

class TrialNetworkTest {
  private final Nd4jEngine engine = new Nd4jEngine();

  @Test
  void theDeviceOfTheTestsServes() throws IOException {
    engine.tryOut();
    assertThat(Engine.start().device()).isEqualTo(System.getProperty("pentimento.device", "cpu"));
  }

  @Test
  void theDeviceCannotBeChangedOnceSomethingWasComputed() {
    Engine.start();
    assertThatThrownBy(() -> engine.use("cuda:99"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not on cuda:99");
  }

  @Test
  void gpusAreNotOfferedWithoutTheirPart() {
    assertThat(engine.missing().isEmpty()).isEqualTo(Engine.hasGpuPart());
  }
}
