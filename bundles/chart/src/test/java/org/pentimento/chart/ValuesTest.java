package org.pentimento.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final Values VALUES =
      new Values(
          List.of("name", "value"),
          List.of(
              Arrays.asList("=SUM(A1)", -0.25),
              Arrays.asList("a, \"b\"\tc", null),
              Arrays.asList("#1", Double.NaN),
              Arrays.asList("", 1e-30)));

  @Test
  void csvQuotesWhatNeedsItAndDisarmsFormulas() {
    assertThat(VALUES.csv())
        .isEqualTo("name,value\r\n'=SUM(A1),-0.25\r\n\"a, \"\"b\"\"\tc\",\r\n#1,\r\n,1.0E-30\r\n");
  }

  @Test
  void theClipboardGetsTabulators() {
    assertThat(VALUES.tsv())
        .startsWith("name\tvalue\r\n'=SUM(A1)\t-0.25\r\n\"a, \"\"b\"\"\tc\"\t\r\n");
  }
}
