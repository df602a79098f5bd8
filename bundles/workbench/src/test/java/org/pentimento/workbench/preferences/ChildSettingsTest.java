package org.pentimento.workbench.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChildSettingsTest {
  private static final long SIXTEEN_GIB = 16L << 30;

  @Test
  void whatIsSetStandsBeforeTheJarAndAfterTheDefaults() {
    List<String> command =
        new ChildSettings("cpu", 3, 50, 256)
            .command(List.of("java", "-Xmx768m", "-jar", "launcher.jar", "--job"), SIXTEEN_GIB);
    assertThat(command)
        .containsExactly(
            "java",
            "-Xmx768m",
            "-Xmx2047m",
            "-Dorg.bytedeco.javacpp.maxBytes=6144m",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=8191m",
            "-XX:ActiveProcessorCount=3",
            "-Dpentimento.device=cpu",
            "-Dpentimento.cache.mib=256",
            "-jar",
            "launcher.jar",
            "--job");
  }

  @Test
  void aProgramThatIsNoJarIsLeftAlone() {
    List<String> command = List.of("/opt/child", "--job");
    assertThat(ChildSettings.defaults().command(command, SIXTEEN_GIB)).isEqualTo(command);
  }

  @Test
  void aSmallMachineStillHasAHeapThatWorks() {
    assertThat(new ChildSettings("auto", 1, 10, 0).command(List.of("java", "-jar", "x"), 1L << 30))
        .contains("-Xmx512m")
        .doesNotContain("-Dpentimento.cache.mib=0");
  }
}
