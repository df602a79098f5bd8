package org.pentimento.audit.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.compute.ComputeCapability;

@Timeout(300)
class NvidiaSmiTest {
  @TempDir private Path folder;

  @Test
  void everythingIsRead() throws IOException {
    NvidiaSmi.Seen seen =
        FakeSmi.printing(
                folder,
                FakeSmi.A100,
                "1, Tesla K40m, with a comma, 3.5, 11441, 11000, 470.223.02, Exclusive_Process",
                "2, Orin, 8.7, [N/A], [N/A], 540.3.0, Prohibited")
            .look();
    assertThat(seen.gpus())
        .containsExactly(
            new Gpu(
                0, "NVIDIA A100", new ComputeCapability(8, 0), 40960, 40000, "535.161.08", false),
            new Gpu(
                1,
                "Tesla K40m, with a comma",
                new ComputeCapability(3, 5),
                11441,
                11000,
                "470.223.02",
                false),
            new Gpu(2, "Orin", new ComputeCapability(8, 7), -1, -1, "540.3.0", true));
  }

  @Test
  void theGpusAreAskedForTheirFacts() throws IOException {
    NvidiaSmi smi =
        FakeSmi.script(
            folder,
            "[ \"$*\" = '--query-gpu=index,name,compute_cap,memory.total,memory.free,driver_version"
                + ",compute_mode --format=csv,noheader,nounits' ] && echo '"
                + FakeSmi.A100
                + "'");
    assertThat(smi.look().gpus()).hasSize(1);
  }

  @Test
  void aDriverThatDoesNotKnowCapabilitiesIsAskedWithout() throws IOException {
    NvidiaSmi smi =
        FakeSmi.script(
            folder,
            "case $1 in *compute_cap*) echo 'Field \"compute_cap\" is not a valid field to query.';"
                + " exit 2;; esac; echo '0, Tesla P4, 7606, 7500, 450.80.02, Default'");
    assertThat(smi.look().gpus())
        .containsExactly(new Gpu(0, "Tesla P4", null, 7606, 7500, "450.80.02", false));
  }

  @Test
  void withoutTheProgramThereIsNoDriver() {
    NvidiaSmi.Seen seen =
        new NvidiaSmi(folder.resolve("none").toString(), Duration.ofSeconds(5)).look();
    assertThat(seen.gpus()).isEmpty();
    assertThat(seen.trouble()).contains("no driver of NVIDIA");
  }

  @Test
  void aDriverThatDoesNotAnswerIsQuoted() throws IOException {
    NvidiaSmi smi =
        FakeSmi.script(
            folder, "echo 'NVIDIA-SMI has failed because it could not communicate'; exit 9");
    assertThat(smi.look().trouble())
        .isEqualTo(
            "the driver of NVIDIA does not answer (nvidia-smi: NVIDIA-SMI has failed because it"
                + " could not communicate)");
  }

  @Test
  void aDriverWithoutGpusIsSaid() throws IOException {
    assertThat(FakeSmi.script(folder, "echo 'No devices were found'").look().trouble())
        .isEqualTo("the driver of NVIDIA sees no GPU");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "head -c 300000 /dev/urandom",
        "head -c 300000 /dev/zero | tr '\\0' ','",
        "echo '0, A, 8.0, 40960, 40000, 535'",
        "echo '-1, A, 8.0, 40960, 40000, 535.1, Default'",
        "echo '0, A, 8.0, 99999999999999999999, 40000, 535.1, Default'",
        "echo '0, A, 8.0, 40960, 40000, $(reboot), Default'",
        "echo '<html>'"
      })
  void garbageIsRefused(String script) throws IOException {
    NvidiaSmi.Seen seen = FakeSmi.script(folder, script).look();
    assertThat(seen.gpus()).isEmpty();
    assertThat(seen.trouble()).startsWith("nvidia-smi says what makes no sense");
    assertThat(seen.trouble()).hasSizeLessThan(200).doesNotContainPattern("\\p{Cntrl}");
  }

  @Test
  void aProgramThatHangsIsEnded() throws IOException {
    FakeSmi.script(folder, "sleep 1000");
    NvidiaSmi smi = new NvidiaSmi(folder.resolve("nvidia-smi").toString(), Duration.ofSeconds(1));
    assertThat(smi.look().trouble()).isEqualTo("nvidia-smi gave no answer within 1 seconds");
  }

  @Test
  void aNameCannotWriteToTheTerminal() throws IOException {
    NvidiaSmi smi =
        FakeSmi.script(
            folder, "printf '0, \\033[31mred\\007, 8.0, 40960, 40000, 535.1, Default\\n'");
    assertThat(smi.look().gpus().get(0).name()).isEqualTo("[31mred");
  }
}
