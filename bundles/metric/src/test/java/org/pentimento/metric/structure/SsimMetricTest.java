package org.pentimento.metric.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.metric.golden.Golden;

/** SSIM and MS-SSIM of images that are too small for their windows or scales. */
class SsimMetricTest {
  private static final Image GREY = Image.constant(96, 96, 1, 0.5f);

  @ParameterizedTest
  @CsvSource({"176,ms-ssim", "175,ms-ssim-4", "88,ms-ssim-4", "87,ms-ssim-3", "11,ms-ssim-1"})
  void msSsimSaysHowManyScalesItHas(int side, String name) throws IOException {
    Image reference = Golden.image("ref_200x250.png").window(50, 60, side, side + 20);
    Image candidate = Golden.image("blur_200x250.png").window(50, 60, side, side + 20);
    Measurement measured = Golden.measure(new MsSsimMetric(), reference, candidate);
    assertThat(measured.name()).isEqualTo(name);
    assertThat(measured.defined().orElseThrow()).isBetween(0.2, 0.9999);
  }

  @Test
  void msSsimOfOneScaleIsSsim() throws IOException {
    Image reference = Golden.image("ref_96x96.png").window(20, 20, 20, 21);
    Image candidate = Golden.image("noise_96x96.png").window(20, 20, 20, 21);
    assertThat(Golden.value(new MsSsimMetric(), reference, candidate))
        .isCloseTo(Golden.value(new SsimMetric(), reference, candidate), within(1e-12));
  }

  @Test
  void ssimNeedsRoomForItsWindow() {
    Image narrow = GREY.window(0, 0, 10, 96);
    assertThat(Golden.measure(new SsimMetric(), narrow, narrow).reason()).contains("11x11");
    assertThat(Golden.measure(new MsSsimMetric(), narrow, narrow).reason()).contains("11x11");
  }
}
