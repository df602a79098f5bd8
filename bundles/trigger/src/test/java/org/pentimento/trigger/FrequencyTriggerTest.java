package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.image.Image;

class FrequencyTriggerTest {
  private final FrequencyTrigger trigger = new FrequencyTrigger();

  @ParameterizedTest
  @CsvSource({"both, 1, 1", "middle, 1, 0", "high, 0, 1"})
  void raisesTheTwoCoefficientsOfEveryBlockAndNoOther(String bands, int middle, int high)
      throws IOException {
    Image photo = Stamps.grain(16, 24, 1);
    Image stamped =
        Stamps.stamp(trigger, photo, Map.of("block", 8, "magnitude", 51, "bands", bands), 0);
    for (int top = 0; top < 24; top += 8) {
      for (int left = 0; left < 16; left += 8) {
        double[][] before = transform(photo, left, top, 8);
        double[][] after = transform(stamped, left, top, 8);
        for (int v = 0; v < 8; v++) {
          for (int u = 0; u < 8; u++) {
            double wanted = u != v ? 0 : u == 3 ? 0.2 * middle : u == 7 ? 0.2 * high : 0;
            assertThat(after[v][u] - before[v][u]).isCloseTo(wanted, within(1e-6));
          }
        }
      }
    }
  }

  @Test
  void colourPhotosKeepTheirLuminanceAndChangeInUAndV() throws IOException {
    Image photo = Image.constant(32, 32, 3, 0.5f);
    Image stamped = Stamps.stamp(trigger, photo, Map.of(), 0);
    Image grey = stamped.grey();
    for (int i = 0; i < 1024; i++) {
      assertThat(grey.data()[i]).isCloseTo(0.5f, within(1e-4f));
    }
    // U = 0.492 (B - Y), V = 0.877 (R - Y).
    float[] u = new float[1024];
    float[] v = new float[1024];
    for (int i = 0; i < 1024; i++) {
      u[i] = 0.5f + 0.492f * (stamped.data()[2048 + i] - grey.data()[i]);
      v[i] = 0.5f + 0.877f * (stamped.data()[i] - grey.data()[i]);
    }
    double[][] ofU = transform(Image.of(32, 32, 1, u), 0, 0, 32);
    double[][] ofV = transform(Image.of(32, 32, 1, v), 0, 0, 32);
    for (int k : new int[] {15, 31}) {
      assertThat(ofU[k][k]).isCloseTo(30 / 255.0, within(1e-4));
      assertThat(ofV[k][k]).isCloseTo(30 / 255.0, within(1e-4));
    }
  }

  @Test
  void blocksCutByTheBorderGetTheBeginningOfThePattern() throws IOException {
    Image whole = Stamps.stamp(trigger, Image.constant(32, 32, 1, 0.5f), Map.of(), 0);
    Image cut = Stamps.stamp(trigger, Image.constant(45, 7, 1, 0.5f), Map.of(), 0);
    assertThat(cut.window(0, 0, 32, 7)).isEqualTo(whole.window(0, 0, 32, 7));
    assertThat(cut.window(32, 0, 13, 7)).isEqualTo(whole.window(0, 0, 13, 7));
  }

  /** The orthonormal DCT-II of a block, from its definition. */
  private static double[][] transform(Image image, int left, int top, int size) {
    double[][] out = new double[size][size];
    for (int v = 0; v < size; v++) {
      for (int u = 0; u < size; u++) {
        double sum = 0;
        for (int y = 0; y < size; y++) {
          for (int x = 0; x < size; x++) {
            sum +=
                image.get(0, left + x, top + y)
                    * Math.cos(Math.PI * (x + 0.5) * u / size)
                    * Math.cos(Math.PI * (y + 0.5) * v / size);
          }
        }
        double scale = 2.0 / size * (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1);
        out[v][u] = scale * sum;
      }
    }
    return out;
  }
}
