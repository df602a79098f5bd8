package org.pentimento.audit.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.compute.ComputeCapability;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.compute.GpuNeeds;

@Timeout(300)
class DevicesTest {
  private static final String DONE = "echo '{\"event\":\"done\",\"result\":{}}'";

  @TempDir private Path folder;

  /** An engine that computes nothing and remembers what it was told. */
  private static final class FakeEngine implements ComputeEngine {
    private final boolean gpus;
    private final List<String> used = new ArrayList<>();

    FakeEngine(boolean gpus) {
      this.gpus = gpus;
    }

    @Override
    public Optional<GpuNeeds> gpuNeeds() {
      return gpus
          ? Optional.of(
              new GpuNeeds(
                  "Fake 1", new ComputeCapability(3, 7), new ComputeCapability(8, 9), 450, 2048))
          : Optional.empty();
    }

    @Override
    public void use(String device) {
      used.add(device);
    }

    @Override
    public void tryOut() throws IOException {
      throw new IOException("wrong");
    }
  }

  private Devices devices(String trial, String... gpus) throws IOException {
    return new Devices(
        new FakeEngine(true),
        gpus.length == 0
            ? new NvidiaSmi(folder.resolve("none").toString(), Duration.ofSeconds(5))
            : FakeSmi.printing(folder, gpus),
        trial(trial));
  }

  private static GpuTrial trial(String script) {
    return new TrialProcess(
        List.of("bash", "-c", "read -r job; " + script), Duration.ofSeconds(60));
  }

  private static String gpu(String rest) {
    return "0, NVIDIA Thing, " + rest;
  }

  @Test
  void aGpuThatServesIsTaken() throws IOException {
    ChosenDevice chosen = devices(DONE, FakeSmi.A100).choose("auto");
    assertThat(chosen.device()).isEqualTo("cuda:0");
    assertThat(chosen.facts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "device",
                "cuda:0",
                "gpu",
                "NVIDIA A100",
                "compute capability",
                "8.0",
                "driver",
                "535.161.08"));
    assertThat(chosen.notes())
        .containsExactly("GPU 0, NVIDIA A100 (compute capability 8.0), is used.");
  }

  @Test
  void theTrialIsToldWhichDevice() throws IOException {
    String expects =
        "case $job in *'\"kind\":\"try-device\"'*'\"device\":\"cuda:0\"'*) " + DONE + ";; esac";
    assertThat(devices(expects, FakeSmi.A100).choose("cuda:0").device()).isEqualTo("cuda:0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9.0, 81559, 81000, 550.54.15, Default | too new for Fake 1, which serves compute capabilities 3.7 to 8.9
          12.0, 32607, 32000, 570.86, Default | too new
          3.5, 11441, 11000, 470.82, Default | too old for Fake 1
          7.5, 1998, 1990, 535.1, Default | too small: it has 1998 MiB of memory, and 2048 are needed
          8.6, 8192, 300, 535.1, Default | busy: 300 of its 8192 MiB of memory are free
          7.0, 16160, 16000, 418.67, Default | its driver 418.67 is too old for Fake 1, which needs 450
          7.0, 16160, 16000, 535.1, Prohibited | its driver lets no program compute on it
          """)
  void aGpuThatCannotServeIsNamedAndLeft(String facts, String reason) throws IOException {
    Devices devices = devices("echo must not be tried; exit 1", gpu(facts));
    ChosenDevice chosen = devices.choose("auto");
    assertThat(chosen.device()).isEqualTo("cpu");
    assertThat(chosen.facts()).isEqualTo(Map.of("device", "cpu"));
    assertThat(chosen.notes()).hasSize(2);
    assertThat(chosen.notes().get(0))
        .startsWith("GPU 0, NVIDIA Thing (compute capability " + facts.split(",")[0] + ")")
        .contains(reason);
    assertThat(chosen.notes().get(1)).isEqualTo("Everything is computed on the CPU.");
    assertThatThrownBy(() -> devices.choose("cuda:0"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(reason)
        .extracting(e -> ((BadInputException) e).remedy())
        .isEqualTo("Set the device to auto or cpu, or name another GPU.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kill -9 $$ | signal 9
          kill -SEGV $$ | signal 11
          exit 1 | status 1
          head -c 5000000 /dev/urandom; exit 3 | status 3
          echo '{"event":"failed","cause":"INPUT","message":"out of memory.","remedy":""}' | out of memory.
          """)
  void aTrialThatFailsIsSaid(String script, String reason) throws IOException {
    Devices devices = devices(script, FakeSmi.A100);
    ChosenDevice chosen = devices.choose("auto");
    assertThat(chosen.device()).isEqualTo("cpu");
    assertThat(chosen.notes().get(0))
        .startsWith("GPU 0, NVIDIA A100 (compute capability 8.0), is not used: a trial")
        .contains(reason);
    assertThatThrownBy(() -> devices.choose("cuda:0"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aTrialThatHangsIsEnded() {
    GpuTrial trial = new TrialProcess(List.of("bash", "-c", "sleep 1000"), Duration.ofSeconds(1));
    assertThat(trial.failure("cuda:0").orElseThrow()).contains("no answer within 1 seconds");
  }

  @Test
  void theNextGpuIsTakenIfTheFirstCannotServe() throws IOException {
    ChosenDevice chosen =
        devices(
                DONE,
                gpu("9.0, 81559, 81000, 550.54.15, Default"),
                "1, NVIDIA T4, 7.5, 15360, 15000, 550.54.15, Default")
            .choose("auto");
    assertThat(chosen.device()).isEqualTo("cuda:1");
    assertThat(chosen.notes()).hasSize(2);
  }

  @Test
  void withoutDriverTheCpuIsTakenAndSaid() throws IOException {
    Devices devices = devices(DONE);
    assertThat(devices.choose("auto").device()).isEqualTo("cpu");
    assertThat(devices.choose("auto").notes().get(0)).startsWith("No GPU is used: there is no");
    assertThatThrownBy(() -> devices.choose("cuda:0"))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("The device cuda:0 cannot be used: there is no driver of NVIDIA");
  }

  @Test
  void aGpuThatIsNotThereIsRefused() throws IOException {
    Devices devices = devices(DONE, FakeSmi.A100);
    assertThatThrownBy(() -> devices.choose("cuda:1"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("The device cuda:1 cannot be used: this machine has no such GPU.")
        .extracting(e -> ((BadInputException) e).remedy())
        .isEqualTo("It has: GPU 0, NVIDIA A100 (compute capability 8.0).");
  }

  @Test
  void withoutThePartForGpusNobodyIsAsked() throws IOException {
    for (@Nullable ComputeEngine engine :
        new @Nullable ComputeEngine[] {null, new FakeEngine(false)}) {
      Devices devices =
          new Devices(
              engine, FakeSmi.script(folder, "touch \"$0\".asked"), trial("echo not to be tried"));
      assertThat(devices.choose("auto"))
          .isEqualTo(new ChosenDevice("cpu", Map.of("device", "cpu"), List.of()));
      assertThat(devices.expected("auto")).isEqualTo("cpu");
      assertThatThrownBy(() -> devices.choose("cuda:0"))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("the part that computes on GPUs is not installed")
          .extracting(e -> ((BadInputException) e).remedy())
          .asString()
          .contains("install-cuda");
      assertThat(folder.resolve("nvidia-smi.asked")).doesNotExist();
    }
  }

  @Test
  void theCpuIsTakenWithoutAsking() throws IOException {
    FakeEngine engine = new FakeEngine(true);
    Devices devices =
        new Devices(engine, FakeSmi.script(folder, "touch \"$0\".asked"), trial("exit 1"));
    devices.use(devices.choose("cpu"));
    assertThat(engine.used).containsExactly("cpu");
    assertThat(folder.resolve("nvidia-smi.asked")).doesNotExist();
  }

  @Test
  void whatIsExpectedIsNotTried() throws IOException {
    assertThat(devices("exit 1", FakeSmi.A100).expected("auto")).isEqualTo("cuda:0");
    assertThat(devices("exit 1", gpu("9.0, 81559, 81000, 550.1, Default")).expected("auto"))
        .isEqualTo("cpu");
  }

  @Test
  void aDeviceThatComputesWronglyIsTold() {
    Devices devices =
        new Devices(new FakeEngine(true), new NvidiaSmi("x", Duration.ZERO), d -> Optional.empty());
    assertThatThrownBy(() -> devices.tryOut("cuda:0")).isInstanceOf(IOException.class);
  }
}
