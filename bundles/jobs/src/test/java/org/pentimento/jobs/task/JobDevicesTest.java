package org.pentimento.jobs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.audit.device.Devices;

class JobDevicesTest {
  /** A format whose models no engine computes. */
  private static final class Program implements ModelFormat {
    @Override
    public Descriptor descriptor() {
      return new Descriptor("program", "Program", "1.0.0", "Any.", "None.", List.of(), Set.of());
    }

    @Override
    public Optional<String> recognise(Path file) {
      return Optional.empty();
    }

    @Override
    public Model open(Path file, Settings settings) {
      throw new IllegalStateException("not asked for");
    }
  }

  private static JobDevices devices(String wanted) {
    return new JobDevices(
        new Devices(List.of(), (engine, device) -> Optional.of("not to be tried")),
        wanted,
        Progress.NONE);
  }

  @Test
  void aGpuForModelsThatOnlyProcessorsComputeIsRefused() {
    assertThatThrownBy(() -> devices("cuda:0").choose(List.of(new Program())))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("cuda:0")
        .hasMessageContaining("format program are computed on the CPU");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "cpu"})
  void otherwiseTheyAreComputedOnTheProcessor(String wanted) throws Exception {
    JobDevices devices = devices(wanted);
    devices.choose(List.of(new Program()));
    assertThat(devices.facts()).isEqualTo(Map.of("device", "cpu"));
  }

  @Test
  void aGpuForNoModelAtAllIsNoMistake() throws Exception {
    JobDevices devices = devices("cuda:0");
    devices.choose(List.of());
    assertThat(devices.facts()).isEqualTo(Map.of("device", "cpu"));
  }
}
