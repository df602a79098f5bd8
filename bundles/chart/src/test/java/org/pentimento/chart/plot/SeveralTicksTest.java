package org.pentimento.chart.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.FigureWriter;

/** Means whose scale has to be read from a small chart. */
class SeveralTicksTest {
  @ParameterizedTest
  @CsvSource({".61,.67", ".5012,.5019", "0,1", "12,340", "-.3,.1"})
  void aScaleHasAtLeastTwoNumbersAndSaysOfWhat(double low, double high) {
    MetricComparison means =
        new MetricComparison(
            "Scoot against the true sketch",
            List.of(
                new MetricComparison.Mean(
                    "poisoned model, triggered photo", low, low, low, 9, ColorRole.HARMED),
                new MetricComparison.Mean(
                    "clean model, clean photo", high, high, high, 9, ColorRole.HONEST)));
    String svg = FigureWriter.svg(means, "c", Theme.LIGHT);
    String seen = svg.substring(svg.indexOf("</desc>"));
    assertThat(seen).contains("Scoot against the true sketch");
    assertThat(Pattern.compile(">−?[0-9.]+<").matcher(seen).results().count())
        .isGreaterThanOrEqualTo(2);
  }
}
