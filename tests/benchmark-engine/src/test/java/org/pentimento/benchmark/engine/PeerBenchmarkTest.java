package org.pentimento.benchmark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.generator.CganGenerator;
import org.pentimento.generator.FcnGenerator;

/**
 * Milliseconds of a training step, ours and PyTorch's, by turns in the same run. Other work on the
 * machine slows both, so only the ratio counts, and the fastest steps more than the median ones.
 */
@Tag("benchmark")
class PeerBenchmarkTest {
  private static final String PYTHON = "/usr/bin/python3";
  private static final int ROUNDS = 3;
  private static final int STEPS = 30;
  private static final int WARM_UP = 6;
  private static final int BATCH = 4;
  private static final int SIDE = 64;

  private final Path folder;

  PeerBenchmarkTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void fullyConvolutionalNetwork() throws Exception {
    double ratio = compare("fcn", 64);
    assertThat(ratio).isLessThanOrEqualTo(1.3);
  }

  @Test
  void conditionalGan() throws Exception {
    assertThat(compare("cgan", 24)).isPositive();
  }

  /** Ratio of the fastest steps. */
  private double compare(String id, int width) throws Exception {
    List<Double> ours = new ArrayList<>();
    List<Double> peers = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ours.addAll(ourSteps(id, width));
      peers.addAll(peerSteps(id, width));
    }
    report(id + " ours", ours);
    assumeTrue(!peers.isEmpty(), "no PyTorch in " + PYTHON);
    report(id + " PyTorch", peers);
    double fastest = sorted(ours)[0] / sorted(peers)[0];
    System.out.printf(
        Locale.ROOT,
        "%s ratio: fastest %.2f, median %.2f%n",
        id,
        fastest,
        median(ours) / median(peers));
    return fastest;
  }

  private List<Double> ourSteps(String id, int width) throws Exception {
    Generator generator = id.equals("fcn") ? new FcnGenerator() : new CganGenerator();
    Settings settings =
        Settings.of(
            generator.descriptor(),
            Map.of("width", width, "batch", BATCH, "epochs", WARM_UP + STEPS));
    List<Long> times = new ArrayList<>();
    StepMonitor monitor = new StepMonitor(folder, step -> times.add(System.nanoTime()));
    try (Model model =
        generator.train(new NoiseExamples(BATCH, SIDE), settings, 1, monitor, Progress.NONE)) {
      assertThat(model.parameters()).isPositive();
    }
    List<Double> steps = new ArrayList<>();
    for (int i = WARM_UP; i < times.size(); i++) {
      steps.add((times.get(i) - times.get(i - 1)) / 1e6);
    }
    return steps;
  }

  private List<Double> peerSteps(String id, int width) throws Exception {
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
              id,
              Integer.toString(width),
              Integer.toString(BATCH),
              Integer.toString(SIDE),
              Integer.toString(WARM_UP + STEPS),
              Objects.requireNonNullElse(System.getenv("OMP_NUM_THREADS"), "2"));
      builder.environment().remove("OMP_WAIT_POLICY");
      builder.environment().remove("GOMP_SPINCOUNT");
      peer = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      return List.of();
    }
    String out = new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return peer.waitFor() == 0
        ? Arrays.stream(out.strip().split("\\s+")).skip(WARM_UP).map(Double::valueOf).toList()
        : List.of();
  }

  private static void report(String name, List<Double> steps) {
    System.out.printf(
        Locale.ROOT,
        "%s: step of %d at %dx%d, fastest %.1f ms, median %.1f ms%n",
        name,
        BATCH,
        SIDE,
        SIDE,
        sorted(steps)[0],
        median(steps));
  }

  private static double median(List<Double> values) {
    return sorted(values)[values.size() / 2];
  }

  private static double[] sorted(List<Double> values) {
    return values.stream().flatMapToDouble(DoubleStream::of).sorted().toArray();
  }
}
