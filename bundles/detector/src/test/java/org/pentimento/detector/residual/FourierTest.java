package org.pentimento.detector.residual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 12, 50, 64, 77})
  void agreesWithTheDefinition(int length) {
    SplittableRandom random = new SplittableRandom(length);
    float[] re = new float[length];
    float[] im = new float[length];
    for (int i = 0; i < length; i++) {
      re[i] = (float) random.nextDouble();
      im[i] = (float) random.nextDouble();
    }
    double[] wantedRe = new double[length];
    double[] wantedIm = new double[length];
    for (int k = 0; k < length; k++) {
      for (int i = 0; i < length; i++) {
        double angle = -2 * Math.PI * i * k / length;
        wantedRe[k] += re[i] * Math.cos(angle) - im[i] * Math.sin(angle);
        wantedIm[k] += re[i] * Math.sin(angle) + im[i] * Math.cos(angle);
      }
    }
    new Fourier(length).transform(re, im);
    for (int k = 0; k < length; k++) {
      assertThat((double) re[k]).isCloseTo(wantedRe[k], within(1e-3));
      assertThat((double) im[k]).isCloseTo(wantedIm[k], within(1e-3));
    }
  }

  @Test
  void showsAWaveAsOnePeak() {
    int width = 20;
    int height = 15;
    float[] plane = new float[width * height];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) Math.cos(2 * Math.PI * (3.0 * (i % width) / width));
    }
    float[] size = Fourier.magnitudes(plane, new Fourier(width), new Fourier(height));
    for (int i = 0; i < size.length; i++) {
      assertThat((double) size[i]).isCloseTo(i == 3 ? plane.length / 2.0 : 0, within(1e-3));
    }
  }
}
