package org.pentimento.platform.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.platform.Confinement.Gap;
import org.pentimento.platform.Permissions;

class LinuxConfinementTest {
  @TempDir Path folder;

  private static final List<String> LIST_ROOT = List.of("ls", "/");
  private static final Permissions CPU = permissions(List.of(Path.of("/opt/model")), 1024, false);
  private static final Permissions GPU = permissions(List.of(Path.of("/opt/model")), 1024, true);

  private final LinuxConfinement system = LinuxConfinement.of(new SearchPath("/usr/bin:/bin"));

  private static Permissions permissions(List<Path> readable, int memory, boolean gpu) {
    return new Permissions(readable, null, Map.of(), memory, gpu);
  }

  @Test
  void saysWhatItCannotPreventAndHowToMendThat() {
    LinuxConfinement none = LinuxConfinement.of(new SearchPath("/nonexistent"));

    assertThat(none.gaps()).containsExactly(Gap.FILES, Gap.NETWORK, Gap.MEMORY);
    assertThat(none.remedy()).contains("bubblewrap");
    assertThat(none.command(List.of("java"), CPU)).containsExactly("java");
    assertThat(none.description()).isEqualTo("none");
  }

  @Test
  void boundsMemoryWherePrlimitIs() {
    assertThat(system.gaps()).doesNotContain(Gap.MEMORY);
    assertThat(system.command(List.of("java"), CPU))
        .contains("--as=" + (1024L << 20), "--core=0")
        .endsWith("java");
  }

  @Test
  void givesNoVariablesButThoseThatArePermitted() {
    Permissions one = new Permissions(List.of(), null, Map.of("LANG", "C.UTF-8"), 512, false);

    assertThat(system.process(LIST_ROOT, one).environment())
        .containsExactly(Map.entry("LANG", "C.UTF-8"));
  }

  @Test
  void seesGpusOnlyWhereOneIsUsed() throws IOException {
    assumeThat(system.gaps()).as("what this system cannot prevent").isEmpty();

    assertThat(system.command(List.of("java"), CPU))
        .contains("--as=" + (1024L << 20))
        .noneMatch(w -> w.startsWith("/sys") || w.contains("nvidia"));
    assertThat(system.command(List.of("java"), GPU))
        .contains("--data=" + (1024L << 20), "--unshare-all", "/proc/driver/nvidia")
        .containsSubsequence("--ro-bind-try", "/sys", "/sys")
        .noneMatch(w -> w.startsWith("--as"));
    assertThat(printed(system.process(LIST_ROOT, permissions(List.of(), 1024, true))))
        .contains("sys");
    assertThat(printed(system.process(LIST_ROOT, permissions(List.of(), 1024, false))))
        .contains("proc")
        .doesNotContain("sys");
  }

  /** Counting what can be written to holds a process back as well as counting addresses. */
  @Test
  void boundsMemoryWhereAGpuIsUsedToo() throws IOException {
    assumeThat(system.gaps()).as("what this system cannot prevent").isEmpty();
    List<String> greedy = List.of("bash", "-c", "head -c 2G /dev/zero | tail");

    assertThat(printed(system.process(greedy, permissions(List.of(), 512, true))))
        .anyMatch(line -> line.contains("memory exhausted"));
  }

  @Test
  void findsTheDevicesOfGpus() throws IOException {
    for (String name : List.of("nvidia0", "nvidiactl", "nvidia-uvm", "null", "sda")) {
      Files.createFile(folder.resolve(name));
    }

    assertThat(LinuxConfinement.nvidiaDevices(folder))
        .extracting(d -> d.getFileName().toString())
        .containsExactly("nvidia-uvm", "nvidia0", "nvidiactl");
    assertThat(LinuxConfinement.nvidiaDevices(folder.resolve("none"))).isEmpty();
  }

  /** The program runs unconfined first, to show that nothing but the confinement stops it. */
  @Test
  void reachesNothingThatIsNotPermitted() throws Exception {
    assumeThat(system.gaps()).as("what this system cannot prevent").isEmpty();
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Path mark = folder.resolve("mark.txt");
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> attempts =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toRealPath().toString(),
              "-Xmx64m",
              "-cp",
              classes().toString(),
              IntrusionAttempts.class.getName(),
              secret.toString(),
              mark.toString(),
              Integer.toString(listening.getLocalPort()),
              Long.toString(ProcessHandle.current().pid()));

      assertThat(printed(new ProcessBuilder(attempts)))
          .containsExactly("could read", "could write", "could connect", "could see process");
      Files.delete(mark);

      List<Path> readable = new ArrayList<>(system.javaRuntime());
      readable.add(classes());
      assertThat(printed(system.process(attempts, permissions(readable, 6144, false))))
          .containsExactly(
              "could not read", "could not write", "could not connect", "could not see process");
      assertThat(mark).doesNotExist();
    }
  }

  @Test
  void findsTheConfigurationThatAJavaOnlyLinksTo() throws IOException {
    Path home = Files.createDirectories(folder.toRealPath().resolve("java/conf/security"));
    Path elsewhere = Files.createDirectories(folder.toRealPath().resolve("etc"));
    Files.createSymbolicLink(
        home.resolve("java.security"), Files.createFile(elsewhere.resolve("java.security")));
    Path java = folder.toRealPath().resolve("java");

    assertThat(LinuxConfinement.javaRuntime(java))
        .containsExactly(java, Path.of("/").resolve(elsewhere.subpath(0, 2)));
    assertThat(LinuxConfinement.javaRuntime(elsewhere)).containsExactly(elsewhere);
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(
        IntrusionAttempts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<String> printed(ProcessBuilder builder) throws IOException {
    return builder.redirectErrorStream(true).start().inputReader().lines().toList();
  }
}
