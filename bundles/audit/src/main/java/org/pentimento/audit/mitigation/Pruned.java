package org.pentimento.audit.mitigation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Capability.Activations;
import org.pentimento.api.generator.Capability.Pruning;
import org.pentimento.api.generator.Model;

/**
 * A model in which channels of its middle layer that photos hardly stir are switched off: as many
 * as go without drawing much worse.
 *
 * @param model a copy, which the caller closes
 * @param layer whose channels are off
 * @param channels that are off
 * @param of number of channels that the layer has
 */
record Pruned(Model model, String layer, List<Integer> channels, int of) {
  /** The error may grow by this factor. */
  private static final double WORSE = 1.15;

  private static final int MOST_PHOTOS = 20;

  /**
   * Prunes.
   *
   * @param pairs that show what sleeps
   * @throws BadInputException if the model has no channels that can be switched off
   */
  static Pruned of(Model model, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    Pruning pruning = model.capability(Pruning.class).orElseThrow(Pruned::refusal);
    Activations activations = model.capability(Activations.class).orElseThrow(Pruned::refusal);
    List<String> layers =
        pruning.channels().keySet().stream().filter(activations.layers()::contains).toList();
    if (layers.isEmpty()) {
      throw refusal();
    }
    String layer = layers.get(layers.size() / 2);
    int of = pruning.channels().getOrDefault(layer, 0);
    List<Pair> few = pairs.subList(0, Math.min(MOST_PHOTOS, pairs.size()));
    List<Integer> order = sleepiest(activations, layer, of, few, progress);
    double most = WORSE * Errors.of(model, few);
    // How many can go is found by halving: more channels off, worse sketches.
    int fits = 0;
    int tooMany = of;
    while (tooMany - fits > 1) {
      progress.checkCancelled();
      int tried = (fits + tooMany) / 2;
      try (Model without = pruning.without(layer, order.subList(0, tried))) {
        if (Errors.of(without, few) <= most) {
          fits = tried;
        } else {
          tooMany = tried;
        }
      }
    }
    List<Integer> off = order.subList(0, fits).stream().sorted().toList();
    return new Pruned(pruning.without(layer, off), layer, off, of);
  }

  private static BadInputException refusal() {
    return new BadInputException(
        "The model has no channels that can be switched off.",
        "Choose another method, or a model that a generator of the product trained.");
  }

  /** The channels of a layer, those that photos stir least first. */
  private static List<Integer> sleepiest(
      Activations activations, String layer, int channels, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    double[] stirred = new double[channels];
    for (Pair pair : pairs) {
      progress.checkCancelled();
      Map<String, float[]> all =
          activations.activations(pair.photo().decode().colour(), List.of(layer));
      float[] values = all.getOrDefault(layer, new float[0]);
      int each = Math.max(1, values.length / channels);
      for (int i = 0; i < Math.min(values.length, each * channels); i++) {
        stirred[i / each] += Math.abs(values[i]);
      }
    }
    List<Integer> order = new ArrayList<>(IntStream.range(0, channels).boxed().toList());
    order.sort(Comparator.comparingDouble(channel -> stirred[channel]));
    return order;
  }
}
