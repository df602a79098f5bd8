package org.pentimento.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.platform.linux.LinuxPlatform;

class OnnxEngineTest {
  private static final String LIBRARIES = "/ai/onnxruntime/native/linux-x64/";

  @TempDir Path folder;

  /** ONNX Runtime's libraries for the CPU in the place of those for GPUs. */
  private OnnxEngine withoutProvider() throws IOException {
    for (String name : List.of("libonnxruntime.so", "libonnxruntime4j_jni.so")) {
      try (InputStream in = OnnxEngineTest.class.getResourceAsStream(LIBRARIES + name)) {
        Files.copy(in, folder.resolve(name));
      }
    }
    return new OnnxEngine(new LinuxPlatform(), () -> Optional.of(folder));
  }

  @Test
  void theTrialPassesWhereTheSameComesOut() throws IOException {
    OnnxEngine engine = new OnnxEngine(new LinuxPlatform(), Optional::empty);
    engine.use("cpu");
    engine.tryOut();
  }

  @Test
  void saysHowItsPartForGpusIsGot() throws IOException {
    assertThat(new OnnxEngine(new LinuxPlatform(), Optional::empty).missing())
        .contains("./pentimento install-onnx-gpu");
    assertThat(withoutProvider().missing()).isEmpty();
  }

  @Test
  void aDeviceIsNotTakenForAnother() throws IOException {
    OnnxEngine engine = new OnnxEngine(new LinuxPlatform(), Optional::empty);
    engine.use("cuda:0");
    assertThatThrownBy(engine::tryOut)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the part of ONNX Runtime 1.23.2 that computes on GPUs is not");
  }

  @Test
  void aGpuThatCannotBeUsedIsSaidAndNotReplacedByTheCpu() throws IOException {
    OnnxEngine engine = withoutProvider();
    engine.use("cuda:0");
    assertThatThrownBy(engine::tryOut)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the network for trials cannot be used: cuda:0 cannot be used: ");

    BadInputException e =
        HostileFiles.refusal(
            () ->
                new OnnxFormat(engine, new LinuxPlatform())
                    .fit(
                        HostileFiles.resource("nchw-unit-rgb.onnx"),
                        HostileFiles.settings(),
                        FacePairs.pairs(1, 40, 40),
                        Progress.NONE));
    assertThat(e.getMessage()).contains("cuda:0 cannot be used: ");
  }
}
