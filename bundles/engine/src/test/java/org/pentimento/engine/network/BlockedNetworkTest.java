package org.pentimento.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.Engine;
import org.pentimento.engine.blocked.convolution.WeightOrder;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.layer.norm.BatchNorm;
import org.pentimento.engine.layer.weightless.Concatenation;
import org.pentimento.engine.layer.weightless.MaskedDropout;
import org.pentimento.engine.layer.weightless.ResidualAddition;
import org.pentimento.engine.layer.weightless.Upsampling;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/** The passes by oneDNN against those of ND4J's operations. */
class BlockedNetworkTest {
  private static final int[] PHOTO = {2, 32, 48, 3};

  @BeforeAll
  static void needsOneDnn() {
    assumeTrue(Engine.start().isBlocked(), Engine.start().kernels());
  }

  /** All kinds of vertices; a width of 16 has whole groups of channels, others have not. */
  private static ComputationGraphConfiguration everything(int width) {
    GraphBuilder graph = Network.describe(DataType.FLOAT);
    graph.addLayer(
        "wide",
        Convolution.of(3, width, Window.keeping(7), Nonlinearity.IDENTITY)
            .reflecting()
            .withoutBias(),
        Network.INPUT);
    graph.addLayer("wide.norm", new BatchNorm(width, Nonlinearity.RELU), "wide");
    graph.addLayer(
        "half",
        Convolution.of(width, 2 * width, Window.halving(), Nonlinearity.LEAKY_RELU),
        "wide.norm");
    graph.addLayer(
        "around",
        Convolution.of(2 * width, 2 * width, Window.keeping(3), Nonlinearity.TANH).reflecting(),
        "half");
    graph.addLayer("dropout", new MaskedDropout(0.5), "around");
    graph.addVertex("sum", new ResidualAddition(), "half", "dropout");
    graph.addLayer("larger", new Upsampling(), "sum");
    graph.addLayer(
        "doubled",
        Convolution.of(2 * width, width, new Window(3, 2, 1), Nonlinearity.IDENTITY)
            .asTransposed()
            .withoutBias(),
        "sum");
    graph.addLayer("doubled.norm", new BatchNorm(width, Nonlinearity.LEAKY_RELU), "doubled");
    graph.addVertex("both", new Concatenation(), "doubled.norm", "larger");
    graph.addLayer(
        "mixed",
        Convolution.of(3 * width, 2 * width, Window.keeping(3), Nonlinearity.RELU),
        "both");
    graph.addLayer(
        "plain",
        Convolution.of(2 * width, 2 * width, Window.keeping(3), Nonlinearity.IDENTITY)
            .withoutBias(),
        "mixed");
    graph.addLayer("plain.norm", new BatchNorm(2 * width, Nonlinearity.IDENTITY), "plain");
    graph.addLayer(
        "sketch",
        Convolution.of(2 * width, 1, Window.keeping(5), Nonlinearity.SIGMOID),
        "plain.norm");
    return graph.setOutputs("sketch").build();
  }

  private static Tensor noise(long seed, int... sizes) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return Tensor.of(sizes, values);
  }

  /** Output, gradient for the input, gradient for the parameters, all tensors. */
  private static List<float[]> passes(int width, boolean training, boolean byNd4j) {
    try (Network network = Network.of(everything(width))) {
      if (byNd4j) {
        network.computeByNd4j();
      }
      network.initialise(Initialisation.HE, 1);
      network.reseed(2);
      Tensor drawn = network.forward(noise(3, PHOTO), training);
      Tensor gradient =
          network.backwardThrough(noise(4, drawn.shape().stream().mapToInt(i -> i).toArray()));
      List<float[]> all = new ArrayList<>(List.of(drawn.values(), gradient.values()));
      if (training) {
        float[] parameters = new float[Math.toIntExact(network.parameters())];
        network.gradientOrder().change(network.flatGradient(), WeightOrder.PLAIN);
        NativeArrays.floats(network.flatGradient()).get(parameters);
        all.add(parameters);
      }
      all.add(network.activation("both").values());
      network.tensors().values().forEach(tensor -> all.add(tensor.values()));
      return all;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 16, 20, 24})
  void agreesWithNd4j(int width) {
    for (boolean training : new boolean[] {true, false}) {
      List<float[]> ours = passes(width, training, false);
      List<float[]> theirs = passes(width, training, true);
      for (int i = 0; i < ours.size(); i++) {
        assertThat(difference(ours.get(i), theirs.get(i))).as("array %s", i).isLessThan(1e-5);
      }
    }
  }

  /** Root mean square of the differences, relative to that of the values. */
  private static double difference(float[] ours, float[] theirs) {
    double differences = 0;
    double squares = 0;
    for (int i = 0; i < ours.length; i++) {
      differences += Math.pow(ours[i] - theirs[i], 2);
      squares += Math.pow(theirs[i], 2);
    }
    return Math.sqrt(differences / Math.max(squares, 1e-30));
  }

  /**
   * Kernels need memory for themselves while they run, which must not be the memory of the thread
   * that made them: inspections ask each detector in a thread of its own.
   */
  @Test
  void aThreadRunsWhatAnotherOneLaidOut() throws Exception {
    try (Network network = Network.of(everything(32))) {
      network.initialise(Initialisation.HE, 1);
      Tensor batch = noise(3, 6, 64, 64, 3);
      float[] here = network.forward(batch, false).values();
      float[] back = network.backwardThrough(noise(4, 6, 64, 64, 1)).values();
      List<float[]> there = new ArrayList<>();
      Thread other =
          new Thread(
              () -> {
                there.add(network.forward(batch, false).values());
                there.add(network.backwardThrough(noise(4, 6, 64, 64, 1)).values());
              });
      other.start();
      other.join();
      assertThat(there).hasSize(2);
      assertThat(there.get(0)).containsExactly(here);
      assertThat(there.get(1)).containsExactly(back);
    }
  }

  @Test
  void givesTheSameBitsEachTime() {
    List<float[]> once = passes(24, true, false);
    List<float[]> again = passes(24, true, false);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i)).isEqualTo(once.get(i));
    }
  }

  @Test
  void seesChangedWeights() {
    try (Network network = Network.of(everything(16))) {
      network.initialise(Initialisation.HE, 1);
      Tensor before = network.forward(noise(3, PHOTO), false);
      network.initialise(Initialisation.HE, 2);
      assertThat(network.forward(noise(3, PHOTO), false)).isNotEqualTo(before);
      network.initialise(Initialisation.HE, 1);
      assertThat(network.forward(noise(3, PHOTO), false)).isEqualTo(before);
    }
  }

  /** What oneDNN's passes do not know is computed by ND4J, and the network says so. */
  @Test
  void tellsWhyNd4jComputesIt() {
    GraphBuilder graph = Network.describe(DataType.FLOAT);
    graph.addLayer(
        "only", Convolution.of(3, 16, Window.keeping(3), Nonlinearity.RELU), Network.INPUT);
    graph.addLayer("cube", new ActivationLayer(Activation.CUBE), "only");
    try (Network foreign = Network.of(graph.setOutputs("cube").build());
        Network known = Network.of(everything(16))) {
      foreign.initialise(Initialisation.HE, 1);
      foreign.forward(noise(3, PHOTO), true);
      assertThat(foreign.fallback()).isEqualTo("no way to compute cube by oneDNN");
      known.forward(noise(3, PHOTO), true);
      assertThat(known.fallback()).isEmpty();
    }
  }

  @Test
  void seesWhatAdamChanged() {
    try (Network network = Network.of(everything(16));
        Adam adam = new Adam(network, 0.01, 0.9)) {
      network.initialise(Initialisation.HE, 1);
      Tensor before = network.forward(noise(3, PHOTO), true);
      network.backward(noise(4, before.shape().stream().mapToInt(i -> i).toArray()));
      adam.update(1, 1);
      assertThat(network.forward(noise(3, PHOTO), true)).isNotEqualTo(before);
    }
  }

  /** What is done between a backward pass and the update, and between steps. */
  private interface Interruption {
    void of(Network network, Adam adam);
  }

  private static Map<String, Tensor> trained(int width, boolean byNd4j, Interruption between) {
    try (Network network = Network.of(everything(width));
        Adam adam = new Adam(network, 0.001, 0.9)) {
      if (byNd4j) {
        network.computeByNd4j();
      }
      network.initialise(Initialisation.HE, 1);
      for (int step = 1; step <= 3; step++) {
        network.reseed(step);
        Tensor drawn = network.forward(noise(3, PHOTO), true);
        Tensor gradient = noise(4, drawn.shape().stream().mapToInt(i -> i).toArray());
        network.backward(gradient);
        between.of(network, adam);
        network.reseed(step);
        network.forward(noise(5, PHOTO), true);
        network.backwardAdding(gradient);
        between.of(network, adam);
        adam.update(step, 1);
        between.of(network, adam);
      }
      Map<String, Tensor> all = new TreeMap<>(network.tensors());
      all.putAll(adam.state());
      return all;
    }
  }

  /** Kernels have an order of their own for weights, which nobody else must notice. */
  @ParameterizedTest
  @ValueSource(ints = {4, 16, 24})
  void readingAndRestoringBetweenPassesChangesNothing(int width) {
    Map<String, Tensor> undisturbed = trained(width, false, (network, adam) -> {});
    assertThat(
            trained(
                width,
                false,
                (network, adam) -> {
                  network.tensors().forEach(network::assign);
                  adam.state().forEach(adam::restore);
                }))
        .isEqualTo(undisturbed);
    Map<String, Tensor> byNd4j = trained(width, true, (network, adam) -> {});
    undisturbed.forEach(
        (name, tensor) ->
            assertThat(
                    difference(tensor.values(), Objects.requireNonNull(byNd4j.get(name)).values()))
                .as(name)
                .isLessThan(1e-2));
  }

  @Test
  void takesBatchesOfOtherSizesBetweenSteps() {
    try (Network network = Network.of(everything(16))) {
      network.initialise(Initialisation.HE, 1);
      Tensor photo = noise(3, PHOTO);
      Tensor before = network.forward(photo, false);
      network.forward(noise(5, 1, 64, 32, 3), false);
      assertThat(network.forward(photo, false)).isEqualTo(before);
    }
  }
}
