package org.pentimento.benchmark;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.fsim.FsimMetric;
import org.pentimento.metric.structure.SsimMetric;
import org.pentimento.metric.texture.ScootMetric;

/** One metric of one pair, with and without the reference's share of the work. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PairMetricBenchmark {
  private static final Map<String, PairMetric> METRICS =
      Map.of("fsim", new FsimMetric(), "ssim", new SsimMetric(), "scoot", new ScootMetric());

  @Param({"fsim", "ssim", "scoot"})
  private String metric = "";

  @Param({"200x250", "199x251"})
  private String size = "";

  private @Nullable Case prepared;

  private record Case(
      PairMetric metric, Settings settings, Sketches sketches, PairMetric.Reference reference) {}

  /** Makes the pair and prepares its reference. */
  @Setup
  public void prepare() {
    PairMetric chosen = Objects.requireNonNull(METRICS.get(metric), metric);
    Settings settings = Settings.defaults(chosen.descriptor());
    Sketches sketches = Sketches.of(size);
    prepared = new Case(chosen, settings, sketches, chosen.prepare(sketches.reference(), settings));
  }

  /** Reference and candidate from their pixels on; the filters of the size are at hand. */
  @Benchmark
  public Object cold() {
    Case c = Objects.requireNonNull(prepared);
    return c.metric.prepare(c.sketches.reference(), c.settings).measure(c.sketches.candidate());
  }

  /** The candidate alone, against a prepared reference. */
  @Benchmark
  public Object prepared() {
    Case c = Objects.requireNonNull(prepared);
    return c.reference.measure(c.sketches.candidate());
  }
}
