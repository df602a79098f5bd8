package org.pentimento.engine.compute;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.layer.weightless.Upsampling;
import org.pentimento.engine.network.Adam;
import org.pentimento.engine.network.Initialisation;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Losses;

/**
 * A network so small that plain Java can compute its output, made of the layers that generators are
 * made of. A device serves if the network gives that output on it and learns on it.
 */
final class TrialNetwork {
  private static final int SIDE = 6;
  private static final int PLANES = 3;
  private static final int KERNEL = 3;
  private static final String LARGER = "larger";
  private static final double TOLERANCE = 1e-4;
  private static final int STEPS = 40;
  private static final double LEARNT = 0.5;

  private TrialNetwork() {}

  /** Throws if the network computes wrongly or does not learn. */
  static void run() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    Tensor photo = noise(List.of(2, SIDE, SIDE, PLANES), random);
    draws(photo);
    learns(photo, noise(List.of(2, 2 * SIDE, 2 * SIDE, 1), random));
  }

  private static void draws(Tensor photo) throws IOException {
    try (Network network =
        Network.of(
            Network.describe(DataType.FLOAT)
                .addLayer("a", convolution(PLANES, 4), Network.INPUT)
                .addLayer(LARGER, new Upsampling(), "a")
                .setOutputs(LARGER)
                .build())) {
      network.initialise(Initialisation.HE, 1);
      Tensor drawn = network.forward(photo, false);
      Tensor weights = network.tensor("a.weight");
      double[] expected = expected(photo, weights, drawn.size(3));
      for (int i = 0; i < expected.length; i++) {
        if (!(Math.abs(drawn.values()[i] - expected[i]) <= TOLERANCE)) {
          throw new IOException(
              "it computes wrongly: " + drawn.values()[i] + " instead of " + expected[i]);
        }
      }
    }
  }

  private static Convolution convolution(int inputs, int outputs) {
    return Convolution.of(inputs, outputs, Window.keeping(KERNEL), Nonlinearity.RELU);
  }

  /** The convolution of a photo, rectified, each pixel four times; by its definition. */
  private static double[] expected(Tensor photo, Tensor weights, int outputs) {
    int large = 2 * SIDE;
    double[] expected = new double[photo.size(0) * large * large * outputs];
    for (int i = 0; i < expected.length; i++) {
      int o = i % outputs;
      int x = i / outputs % large / 2;
      int y = i / outputs / large % large / 2;
      int b = i / outputs / large / large;
      expected[i] = Math.max(0, at(photo, weights, b, y, x, o));
    }
    return expected;
  }

  private static double at(Tensor photo, Tensor weights, int b, int y, int x, int o) {
    double sum = 0;
    for (int ky = 0; ky < KERNEL; ky++) {
      for (int kx = 0; kx < KERNEL; kx++) {
        int py = y + ky - KERNEL / 2;
        int px = x + kx - KERNEL / 2;
        for (int p = 0; p < PLANES && py >= 0 && py < SIDE && px >= 0 && px < SIDE; p++) {
          sum +=
              photo.values()[((b * SIDE + py) * SIDE + px) * PLANES + p]
                  * weights.values()[((o * PLANES + p) * KERNEL + ky) * KERNEL + kx];
        }
      }
    }
    return sum;
  }

  private static void learns(Tensor photo, Tensor target) throws IOException {
    try (Network network =
            Network.of(
                Network.describe(DataType.FLOAT)
                    .addLayer("a", convolution(PLANES, 8).withoutBias(), Network.INPUT)
                    .addLayer("norm", new BatchNorm(8, Nonlinearity.LEAKY_RELU), "a")
                    .addLayer(
                        LARGER,
                        Convolution.of(8, 8, Window.halving(), Nonlinearity.RELU).asTransposed(),
                        "norm")
                    .addLayer(
                        "sketch",
                        Convolution.of(8, 1, Window.keeping(KERNEL), Nonlinearity.SIGMOID),
                        LARGER)
                    .setOutputs("sketch")
                    .build());
        Adam adam = new Adam(network, 0.05, 0.9)) {
      network.initialise(Initialisation.HE, 1);
      double first = 0;
      double last = 0;
      for (int step = 1; step <= STEPS; step++) {
        Losses.Loss loss = Losses.l1(network.forward(photo, true), target);
        last = loss.value();
        first = step == 1 ? last : first;
        network.backward(loss.gradient());
        adam.update(step, 1);
      }
      if (!(last <= LEARNT * first)) {
        throw new IOException(
            "it does not learn: the loss went from " + first + " to " + last + " only");
      }
    }
  }

  private static Tensor noise(List<Integer> shape, SplittableRandom random) {
    float[] values = new float[Tensor.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble();
    }
    return Tensor.of(shape, values);
  }
}
