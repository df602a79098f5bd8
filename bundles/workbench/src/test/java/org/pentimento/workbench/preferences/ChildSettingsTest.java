package org.pentimento.workbench.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.protocol.Job;

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
  void thePlansWordComesBeforeThePreference() {
    ChildSettings one = new ChildSettings("auto", 1, 50, 0);
    assertThat(one.forJob(run("name: a\nthreads: 2\n")).threads()).isEqualTo(2);
    assertThat(one.forJob(run("name: a\nthreads: 2\n", "threads=3")).threads()).isEqualTo(3);
    assertThat(one.forJob(run("name: a\n")).threads()).isEqualTo(1);
    assertThat(one.forJob(run("threads: many\n")).threads()).isEqualTo(1);
    assertThat(one.forJob(run("threads: 2\n")).command(List.of("java", "-jar", "x"), SIXTEEN_GIB))
        .contains("-XX:ActiveProcessorCount=2");
  }

  private static Job run(String plan, String... overrides) {
    return new Job.Run(Job.PROTOCOL, "a.case", null, "plan", plan, List.of(overrides));
  }

  @Test
  void aSmallMachineStillHasAHeapThatWorks() {
    assertThat(new ChildSettings("auto", 1, 10, 0).command(List.of("java", "-jar", "x"), 1L << 30))
        .contains("-Xmx512m")
        .doesNotContain("-Dpentimento.cache.mib=0");
  }
}
