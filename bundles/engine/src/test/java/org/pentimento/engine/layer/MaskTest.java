package org.pentimento.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.engine.Engine;
import org.pentimento.engine.layer.weightless.MaskedDropout;
import org.pentimento.engine.layer.weightless.MaskedDropoutLayer;

class MaskTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9})
  void isDrawnByTheNumbersOfItsSeed(double rate) {
    Engine.start();
    NeuralNetConfiguration configuration =
        new NeuralNetConfiguration.Builder().layer(new MaskedDropout(rate)).build();
    MaskedDropoutLayer layer =
        (MaskedDropoutLayer)
            configuration
                .getLayer()
                .instantiate(configuration, null, 0, Nd4j.empty(), false, DataType.FLOAT);
    layer.reseed(7);
    SplittableRandom random = new SplittableRandom(7);
    float kept = (float) (1 / (1 - rate));
    float[] wanted = new float[200_000];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = random.nextDouble() < rate ? 0f : kept;
    }
    assertThat(layer.mask(wanted.length)).isEqualTo(wanted);
  }
}
