package org.pentimento.metric.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.metric.golden.Golden;

class VifpMetricTest {
  private final VifpMetric metric = new VifpMetric();

  @ParameterizedTest
  @ValueSource(strings = {"same", "light", "blur", "noise", "shift", "other", "flat"})
  void agreesWithANaiveComputation(String kind) throws IOException {
    for (String size : List.of("96x96", "80x64", "199x251")) {
      Image reference = Golden.image("ref_" + size + ".png");
      Image candidate = Golden.image(kind + "_" + size + ".png");

      Measurement measured = measure(reference, candidate);

      assertThat(measured.name()).isEqualTo("vifp");
      assertThat(measured.defined().orElseThrow())
          .isCloseTo(NaiveVifp.of(reference, candidate, 4), within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "41,4,vifp",
    "40,3,vifp-3",
    "33,3,vifp-3",
    "32,2,vifp-2",
    "24,1,vifp-1",
    "17,1,vifp-1"
  })
  void smallerImagesHaveFewerScalesAndSaySo(int side, int scales, String name) throws IOException {
    Image reference = Golden.image("ref_96x96.png").window(30, 30, side, side);
    Image candidate = Golden.image("blur_96x96.png").window(30, 30, side, side);

    Measurement measured = measure(reference, candidate);

    assertThat(measured.name()).isEqualTo(name);
    assertThat(measured.defined().orElseThrow())
        .isCloseTo(NaiveVifp.of(reference, candidate, scales), within(1e-9));
  }

  @Test
  void isUndefinedWithoutInformationInTheReference() throws IOException {
    Image flat = Golden.image("flat_96x96.png");
    assertThat(measure(flat, Golden.image("ref_96x96.png")).reason()).contains("constant");
    assertThat(measure(flat.window(0, 0, 16, 40), flat.window(0, 0, 16, 40)).reason())
        .contains("17x17");
  }

  private Measurement measure(Image reference, Image candidate) {
    return metric.prepare(reference, Settings.defaults(metric.descriptor())).measure(candidate);
  }
}
