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
  private static final String ENGINE = ComputeEngine.OF_GENERATORS;
  private static final GpuTrial DONE = (engine, device) -> Optional.empty();
  private static final GpuTrial NOT_TO_BE_TRIED =
      (engine, device) -> Optional.of("it must not be tried");

  @TempDir private Path folder;

  /** An engine that computes nothing and remembers what it was told. */
  private static final class FakeEngine implements ComputeEngine {
    private final String id;
    private final boolean gpus;
    private final ComputeCapability most;
    private final List<String> used = new ArrayList<>();

    FakeEngine(boolean gpus) {
      this(ENGINE, gpus, new ComputeCapability(8, 9));
    }

    FakeEngine(String id, boolean gpus, ComputeCapability most) {
      this.id = id;
      this.gpus = gpus;
      this.most = most;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public GpuNeeds gpuNeeds() {
      return new GpuNeeds("Fake 1", new ComputeCapability(3, 7), most, 450, 2048);
    }

    @Override
    public Optional<String> missing() {
      return gpus ? Optional.empty() : Optional.of("./pentimento install-fake");
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

  private Devices devices(GpuTrial trial, String... gpus) throws IOException {
    return new Devices(
        List.of(new FakeEngine(true)),
        gpus.length == 0
            ? new NvidiaSmi(folder.resolve("none").toString(), Duration.ofSeconds(5))
            : FakeSmi.printing(folder, gpus),
        trial);
  }

  private static String gpu(String rest) {
    return "0, NVIDIA Thing, " + rest;
  }

  @Test
  void aGpuThatServesIsTaken() throws IOException {
    ChosenDevice chosen = devices(DONE, FakeSmi.A100).choose("auto", ENGINE);
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
        .containsExactly("GPU 0, NVIDIA A100 (compute capability 8.0), is used by Fake 1.");
  }

  @Test
  void theTrialIsToldWhichDevice() throws IOException {
    GpuTrial expects =
        (engine, device) ->
            engine.equals(ENGINE) && device.equals("cuda:0")
                ? Optional.empty()
                : Optional.of("it was asked for " + engine + " on " + device);
    assertThat(devices(expects, FakeSmi.A100).choose("cuda:0", ENGINE).device())
        .isEqualTo("cuda:0");
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
    Devices devices = devices(NOT_TO_BE_TRIED, gpu(facts));
    ChosenDevice chosen = devices.choose("auto", ENGINE);
    assertThat(chosen.device()).isEqualTo("cpu");
    assertThat(chosen.facts()).isEqualTo(Map.of("device", "cpu"));
    assertThat(chosen.notes()).hasSize(2);
    assertThat(chosen.notes().get(0))
        .startsWith("GPU 0, NVIDIA Thing (compute capability " + facts.split(",")[0] + ")")
        .contains(reason);
    assertThat(chosen.notes().get(1)).isEqualTo("Fake 1 computes on the CPU.");
    assertThatThrownBy(() -> devices.choose("cuda:0", ENGINE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(reason)
        .extracting(e -> ((BadInputException) e).remedy())
        .isEqualTo("Set the device to auto or cpu, or name another GPU.");
  }

  @Test
  void aTrialThatFailsIsSaid() throws IOException {
    Devices devices =
        devices((engine, device) -> Optional.of("a trial failed: out of memory."), FakeSmi.A100);
    ChosenDevice chosen = devices.choose("auto", ENGINE);
    assertThat(chosen.device()).isEqualTo("cpu");
    assertThat(chosen.notes().get(0))
        .isEqualTo(
            "GPU 0, NVIDIA A100 (compute capability 8.0), is not used: a trial failed: out of"
                + " memory.");
    assertThatThrownBy(() -> devices.choose("cuda:0", ENGINE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("a trial failed: out of memory.");
  }

  @Test
  void theNextGpuIsTakenIfTheFirstCannotServe() throws IOException {
    ChosenDevice chosen =
        devices(
                DONE,
                gpu("9.0, 81559, 81000, 550.54.15, Default"),
                "1, NVIDIA T4, 7.5, 15360, 15000, 550.54.15, Default")
            .choose("auto", ENGINE);
    assertThat(chosen.device()).isEqualTo("cuda:1");
    assertThat(chosen.notes()).hasSize(2);
  }

  @Test
  void withoutDriverTheCpuIsTakenAndSaid() throws IOException {
    Devices devices = devices(DONE);
    assertThat(devices.choose("auto", ENGINE).device()).isEqualTo("cpu");
    assertThat(devices.choose("auto", ENGINE).notes().get(0))
        .startsWith("No GPU is used: there is no");
    assertThatThrownBy(() -> devices.choose("cuda:0", ENGINE))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("The device cuda:0 cannot be used: there is no driver of NVIDIA");
  }

  @Test
  void aGpuThatIsNotThereIsRefused() throws IOException {
    Devices devices = devices(DONE, FakeSmi.A100);
    assertThatThrownBy(() -> devices.choose("cuda:1", ENGINE))
        .isInstanceOf(BadInputException.class)
        .hasMessage("The device cuda:1 cannot be used: this machine has no such GPU.")
        .extracting(e -> ((BadInputException) e).remedy())
        .isEqualTo("It has: GPU 0, NVIDIA A100 (compute capability 8.0).");
  }

  @Test
  void withoutAnEngineNobodyIsAsked() throws IOException {
    Devices devices =
        new Devices(List.of(), FakeSmi.script(folder, "touch \"$0\".asked"), NOT_TO_BE_TRIED);
    assertThat(devices.choose("auto", ENGINE))
        .isEqualTo(new ChosenDevice(ENGINE, "cpu", Map.of("device", "cpu"), List.of()));
    assertThat(devices.expected("auto")).isEqualTo("cpu");
    assertThatThrownBy(() -> devices.choose("cuda:0", ENGINE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("nothing that computes on GPUs is installed");
    assertThat(folder.resolve("nvidia-smi.asked")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8.0, 40960, 40000, 535.161.08, Default | true
          9.0, 81559, 81000, 550.54.15, Default | false
          """)
  void withoutThePartForGpusItIsToldOnlyWhereItWouldHelp(String facts, boolean helps)
      throws IOException {
    Devices devices =
        new Devices(
            List.of(new FakeEngine(false)), FakeSmi.printing(folder, gpu(facts)), NOT_TO_BE_TRIED);
    ChosenDevice chosen = devices.choose("auto", ENGINE);
    assertThat(chosen.device()).isEqualTo("cpu");
    assertThat(chosen.notes())
        .isEqualTo(
            helps
                ? List.of(
                    "GPU 0, NVIDIA Thing (compute capability 8.0), is not used: the part of Fake 1"
                        + " that computes on GPUs is not installed (./pentimento install-fake).")
                : List.of());
    assertThat(devices.expected("auto")).isEqualTo("cpu");
    assertThatThrownBy(() -> devices.choose("cuda:0", ENGINE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("the part of Fake 1 that computes on GPUs is not installed")
        .extracting(e -> ((BadInputException) e).remedy())
        .asString()
        .contains("install-fake");
  }

  /** Each engine has GPUs of its own, and its own way to fail on them. */
  @Test
  void enginesAreChosenForApart() throws IOException {
    FakeEngine old = new FakeEngine(ENGINE, true, new ComputeCapability(8, 9));
    FakeEngine young = new FakeEngine("others", true, new ComputeCapability(12, 1));
    Devices devices =
        new Devices(
            List.of(old, young),
            FakeSmi.printing(folder, gpu("9.0, 81559, 81000, 550.54.15, Default")),
            (engine, device) ->
                engine.equals("others") ? Optional.empty() : Optional.of("it must not be tried"));
    ChosenDevice hopper = devices.choose("auto", "others");
    devices.use(hopper);
    assertThat(hopper.device()).isEqualTo("cuda:0");
    ChosenDevice none = devices.choose("auto", ENGINE);
    devices.use(none);
    assertThat(none.notes().get(0)).contains("too new for Fake 1");
    assertThat(young.used).containsExactly("cuda:0");
    assertThat(old.used).containsExactly("cpu");
  }

  @Test
  void theCpuIsTakenWithoutAsking() throws IOException {
    FakeEngine engine = new FakeEngine(true);
    Devices devices =
        new Devices(List.of(engine), FakeSmi.script(folder, "touch \"$0\".asked"), NOT_TO_BE_TRIED);
    devices.use(devices.choose("cpu", ENGINE));
    assertThat(engine.used).containsExactly("cpu");
    assertThat(folder.resolve("nvidia-smi.asked")).doesNotExist();
  }

  @Test
  void whatIsExpectedIsNotTried() throws IOException {
    assertThat(devices(NOT_TO_BE_TRIED, FakeSmi.A100).expected("auto")).isEqualTo("cuda:0");
    assertThat(devices(NOT_TO_BE_TRIED, gpu("9.0, 81559, 81000, 550.1, Default")).expected("auto"))
        .isEqualTo("cpu");
  }

  @Test
  void aDeviceThatComputesWronglyIsTold() {
    Devices devices =
        new Devices(
            List.of(new FakeEngine(true)),
            new NvidiaSmi("x", Duration.ZERO),
            (engine, device) -> Optional.empty());
    assertThatThrownBy(() -> devices.tryOut(ENGINE, "cuda:0"))
        .isInstanceOf(BadInputException.class)
        .hasMessage("wrong");
  }
}
