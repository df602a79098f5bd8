package org.pentimento.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.fsim.FsimMetric;
import org.pentimento.metric.fsim.FsimcMetric;
import org.pentimento.metric.golden.Golden;
import org.pentimento.metric.structure.GmsdMetric;
import org.pentimento.metric.structure.MsSsimMetric;
import org.pentimento.metric.structure.SsimMetric;
import org.pentimento.metric.texture.ScootMetric;
import org.pentimento.metric.tone.PsnrMetric;

/** Every row of the golden tables, by every metric that has a column. */
class GoldenTest {
  private record Column(PairMetric metric, double tolerance) {}

  private static final Map<String, Column> COLUMNS =
      Map.of(
          "psnr_db", new Column(new PsnrMetric(), 1e-6),
          "ssim", new Column(new SsimMetric(), 1e-6),
          "msssim", new Column(new MsSsimMetric(), 1e-6),
          "fsim", new Column(new FsimMetric(), 1e-5),
          "fsimc", new Column(new FsimcMetric(), 1e-5),
          "gmsd", new Column(new GmsdMetric(), 1e-6),
          "scoot", new Column(new ScootMetric(), 1e-6));

  static List<Golden.Row> grey() throws IOException {
    return Golden.rows("metrics.csv");
  }

  static List<Golden.Row> colour() throws IOException {
    return Golden.rows("metrics_colour.csv");
  }

  @ParameterizedTest
  @MethodSource({"grey", "colour"})
  void equalsTheAuthorsCode(Golden.Row row) throws IOException {
    Image reference = Golden.image(row.reference());
    Image candidate = Golden.image(row.candidate());
    assertThat(row.values()).isNotEmpty();
    for (Map.Entry<String, Double> value : row.values().entrySet()) {
      Column column = Objects.requireNonNull(COLUMNS.get(value.getKey()));
      Measurement measured = Golden.measure(column.metric(), reference, candidate);
      double golden = value.getValue();
      if (Double.isNaN(golden)) {
        assertThat(measured.defined()).as("%s %s", row, value.getKey()).isPresent();
      } else if (Double.isInfinite(golden)) {
        assertThat(measured.defined()).isEmpty();
        assertThat(measured.reason()).contains("identical");
      } else {
        assertThat(measured.defined().orElseThrow())
            .as("%s %s", row, value.getKey())
            .isCloseTo(golden, within(column.tolerance()));
      }
    }
  }
}
