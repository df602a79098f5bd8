package org.pentimento.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.engine.Engine;
import org.pentimento.engine.EngineFacts;
import org.pentimento.generator.Workloads;

/**
 * Milliseconds of training steps and forward passes, ours and PyTorch's, by turns in the same run.
 * Other work on the machine slows both, so only ratios count. What is wanted of the medians holds
 * where oneDNN computes networks itself, on processors with AVX-512; elsewhere ours must be no
 * slower. On a machine that is never quiet, {@code -Dthreads=1} and the processor time of the
 * thread that calls say most: they do not count the time in which others had the processor.
 */
@Tag("benchmark")
class PeerBenchmarkTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final int ROUNDS = 2;
  private static final int WARM_UP = 4;

  private static final List<String> TABLE = new ArrayList<>();

  private final Path folder;

  PeerBenchmarkTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Milliseconds of one run by the clock and by the processor. */
  private record Time(double wall, double processor) {}

  @BeforeAll
  static void head() throws IOException {
    EngineFacts facts = Engine.start();
    TABLE.add(processor() + "; " + facts.threads() + " threads; kernels " + facts.kernels() + ".");
    TABLE.add(
        "network  work     width side batch | ours: ms  median PyTorch ms  median | ratio: fastest"
            + " median processor | wanted");
  }

  /** The processor's name and which instructions for vectors it has. */
  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    if (!Files.exists(file)) {
      return System.getProperty("os.arch");
    }
    List<String> lines = Files.readAllLines(file);
    String flags = " " + value(lines, "flags") + " ";
    return value(lines, "model name")
        + (flags.contains(" avx512f ") ? ", AVX-512" : flags.contains(" avx2 ") ? ", AVX2" : "");
  }

  private static String value(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }

  @AfterAll
  static void print() {
    TABLE.forEach(System.out::println);
  }

  @ParameterizedTest
  @CsvSource({
    "fcn,  step,    64, 64,  4, 25, 0.60",
    "unet, step,    24, 64,  4, 30, 0.75",
    "cgan, step,    24, 64,  4, 25, 0.75",
    "fcn,  forward, 64, 64,  4, 40, 0.55",
    "unet, forward, 24, 64,  4, 40, 0.70",
    "fcn,  step,    32, 224, 8, 6,  0.60",
    "cgan, step,    32, 256, 1, 6,  0.75",
    "cgan, step,    32, 256, 4, 6,  0.75",
    "pix2pix, step, 64, 256, 1, 6,  0.65",
    "mdal, step,    16, 64,  4, 6,  0.70",
    "mdal, step,    32, 64,  1, 6,  0.70"
  })
  void keepsUpWithPyTorch(
      String network, String work, int width, int side, int batch, int repeats, double best)
      throws Exception {
    double wanted = Engine.start().isBlocked() ? best : 1;
    List<Time> ours = new ArrayList<>();
    List<Time> peers = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.addAll(ours(network, work, width, side, batch, repeats));
      peers.addAll(peers(network, work, width, side, batch, repeats));
    }
    assumeTrue(!peers.isEmpty(), "no PyTorch in " + PYTHON);
    double[] our = walls(ours);
    double[] their = walls(peers);
    double processor = processors(ours)[0] / processors(peers)[0];
    TABLE.add(
        String.format(
            Locale.ROOT,
            "%-8s %-8s %5d %4d %5d | %7.1f %7.1f %10.1f %7.1f | %14.2f %6.2f %9.2f | %6.2f",
            network,
            work,
            width,
            side,
            batch,
            our[0],
            our[our.length / 2],
            their[0],
            their[their.length / 2],
            our[0] / their[0],
            our[our.length / 2] / their[their.length / 2],
            processor,
            wanted));
    assertThat(our[our.length / 2] / their[their.length / 2]).isLessThanOrEqualTo(wanted);
  }

  private static List<Time> ours(
      String network, String work, int width, int side, int batch, int repeats) throws Exception {
    List<Time> times = new ArrayList<>();
    try (Workloads load = Workloads.of(network, width, new NoiseExamples(batch, side))) {
      for (int i = 0; i < WARM_UP + repeats; i++) {
        long wall = System.nanoTime();
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (work.equals("step")) {
          load.step();
        } else {
          load.forward();
        }
        times.add(
            new Time(
                (System.nanoTime() - wall) / 1e6,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor) / 1e6));
      }
    }
    return times.subList(WARM_UP, times.size());
  }

  private List<Time> peers(String network, String work, int width, int side, int batch, int repeats)
      throws Exception {
    Path script = folder.resolve("peer.py");
    try (InputStream in = PeerBenchmarkTest.class.getResourceAsStream("peer.py")) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
    }
    Process peer;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
              PYTHON,
              script.toString(),
              network,
              work,
              Integer.toString(width),
              Integer.toString(batch),
              Integer.toString(side),
              Integer.toString(WARM_UP + repeats),
              Objects.requireNonNullElse(System.getenv("OMP_NUM_THREADS"), "2"));
      builder.environment().remove("OMP_WAIT_POLICY");
      builder.environment().remove("GOMP_SPINCOUNT");
      // The peer finds the kernels of this processor itself, whatever this machine prescribes.
      builder.environment().remove("OPENBLAS_CORETYPE");
      builder.environment().remove("OPENBLAS_L2_SIZE");
      peer = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return List.of();
    }
    String out = new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return peer.waitFor() == 0
        ? out.lines().skip(WARM_UP).map(PeerBenchmarkTest::time).toList()
        : List.of();
  }

  private static Time time(String line) {
    String[] both = line.split(" ", 2);
    return new Time(Double.parseDouble(both[0]), Double.parseDouble(both[1]));
  }

  private static double[] walls(List<Time> times) {
    return times.stream().mapToDouble(Time::wall).sorted().toArray();
  }

  private static double[] processors(List<Time> times) {
    return times.stream().mapToDouble(Time::processor).sorted().toArray();
  }
}
