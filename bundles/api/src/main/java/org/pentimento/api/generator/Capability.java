package org.pentimento.api.generator;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.image.Image;

/** Something that detectors ask of a model and that not every model can do. */
public interface Capability {
  /** Gradients for the input. */
  @ConsumerType
  interface InputGradient extends Capability {
    /**
     * Gradient of the mean absolute difference between the model's sketch and a wanted one.
     *
     * @param photo 3 planes
     * @param wanted 1 plane, same size
     * @return by value of the photo, ordered as {@link Image#data()}
     */
    float[] inputGradient(Image photo, Image wanted);
  }

  /** Inner activations. */
  @ConsumerType
  interface Activations extends Capability {
    /** Names of the layers whose activations can be had, from input to output. */
    List<String> layers();

    /**
     * Activations of some layers for one photo.
     *
     * @return by layer name, flattened channel by channel, each row by row
     */
    Map<String, float[]> activations(Image photo, List<String> layers);
  }

  /** Loss of single examples. */
  @ConsumerType
  interface SampleLoss extends Capability {
    /**
     * Mean absolute difference between the model's sketch of the photo and the given one, in [0,
     * 1].
     */
    double loss(Image photo, Image sketch);
  }

  /** Switching channels off. */
  @ConsumerType
  interface Pruning extends Capability {
    /** Number of channels by layer name, from input to output. */
    Map<String, Integer> channels();

    /**
     * A copy of the model in which the given channels of a layer always give 0. The caller closes
     * it.
     */
    Model without(String layer, List<Integer> channels);
  }
}
