package org.pentimento.model.confined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
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
import org.pentimento.api.BadInputException;

class ConfinementTest {
  @TempDir Path folder;

  private static final Limits FULL = new Limits(1024, 10, false);
  private static final List<String> LOOK = List.of("ls", "/");
  private static final Cell CELL = new Cell(List.of(Path.of("/opt/model")), null, Map.of());

  @Test
  void saysWhatIsMissingAndLeavesTheDecisionToAPerson() throws BadInputException {
    Confinement none = Confinement.of("/nonexistent");

    assertThat(none.missing())
        .containsExactly(
            "read and write the files that you can", "reach the network", "take all memory");
    BadInputException e = catchThrowableOfType(BadInputException.class, () -> none.check(FULL));
    assertThat(e.getMessage()).contains("read and write the files").contains("network");
    assertThat(e.remedy()).contains("bubblewrap").contains("confinement=reduced");
    none.check(new Limits(1024, 10, true));
    assertThat(none.command(List.of("java"), CELL, FULL)).containsExactly("java");
    assertThat(none.words()).isEqualTo("none");
  }

  @Test
  void boundsMemoryWherePrlimitIs() {
    Confinement system = Confinement.ofSystem();

    assertThat(system.missing()).doesNotContain("take all memory");
    assertThat(system.command(List.of("java"), CELL, FULL))
        .contains("--as=" + (1024L << 20), "--core=0")
        .endsWith("java");
  }

  @Test
  void seesGpusOnlyWhereOneIsUsed() throws IOException {
    Confinement system = Confinement.ofSystem();
    assumeThat(system.missing()).as("what protection is missing here").isEmpty();
    List<String> without = system.command(List.of("java"), CELL, FULL);
    List<String> with =
        system.command(List.of("java"), new Cell(CELL.readable(), null, Map.of(), true), FULL);

    assertThat(without)
        .contains("--as=" + (1024L << 20))
        .noneMatch(w -> w.startsWith("/sys") || w.contains("nvidia"));
    assertThat(with)
        .contains("--data=" + (1024L << 20), "--unshare-all", "/proc/driver/nvidia")
        .containsSubsequence("--ro-bind-try", "/sys", "/sys")
        .noneMatch(w -> w.startsWith("--as"));
    assertThat(said(system.command(LOOK, new Cell(List.of(), null, Map.of(), true), FULL)))
        .contains("sys");
    assertThat(said(system.command(LOOK, new Cell(List.of(), null, Map.of()), FULL)))
        .contains("proc")
        .doesNotContain("sys");
  }

  /** Counting what can be written to holds a process back as well as counting addresses. */
  @Test
  void boundsMemoryWhereAGpuIsUsedToo() throws IOException {
    Confinement system = Confinement.ofSystem();
    assumeThat(system.missing()).as("what protection is missing here").isEmpty();
    List<String> greedy = List.of("head", "-c", "2G", "/dev/zero");
    List<String> tail = List.of("bash", "-c", String.join(" ", greedy) + " | tail");
    Cell cell = new Cell(List.of(), null, Map.of(), true);

    assertThat(said(system.command(tail, cell, new Limits(512, 10, false))))
        .anyMatch(line -> line.contains("memory exhausted"));
  }

  @Test
  void findsTheDevicesOfGpus() throws IOException {
    for (String name : List.of("nvidia0", "nvidiactl", "nvidia-uvm", "null", "sda")) {
      Files.createFile(folder.resolve(name));
    }

    assertThat(Confinement.nvidiaDevices(folder))
        .extracting(d -> d.getFileName().toString())
        .containsExactly("nvidia-uvm", "nvidia0", "nvidiactl");
    assertThat(Confinement.nvidiaDevices(folder.resolve("none"))).isEmpty();
  }

  /** The same program is let loose first, to show that nothing but the cell holds it back. */
  @Test
  void reachesNothingOutsideItsCell() throws Exception {
    Confinement system = Confinement.ofSystem();
    assumeThat(system.missing()).as("what protection is missing here").isEmpty();
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Path mark = folder.resolve("mark.txt");
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      List<String> prowl =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toRealPath().toString(),
              "-Xmx64m",
              "-cp",
              classes().toString(),
              Prowler.class.getName(),
              secret.toString(),
              mark.toString(),
              Integer.toString(listening.getLocalPort()),
              Long.toString(ProcessHandle.current().pid()));

      assertThat(said(prowl))
          .containsExactly("could read", "could write", "could connect", "could see process");
      Files.delete(mark);

      Path home = Path.of(System.getProperty("java.home")).toRealPath();
      List<Path> readable = new ArrayList<>(List.of(classes(), home));
      readable.addAll(NetworkProcess.configuration(home));
      assertThat(
              said(
                  system.command(
                      prowl, new Cell(readable, null, Map.of()), new Limits(6144, 60, false))))
          .containsExactly(
              "could not read", "could not write", "could not connect", "could not see process");
      assertThat(mark).doesNotExist();
    }
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(Prowler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<String> said(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.inputReader().lines().toList();
  }
}
