package org.pentimento.api.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.Image;

/** Something that is asked of a model, by detectors above all, and that not every model can do. */
public interface Capability {
  /** Gradients for the input. */
  @ConsumerType
  interface InputGradient extends Capability {
    /**
     * Draws photos and carries a gradient for their sketches back to the photos: multiplies it by
     * the transposed Jacobian of the model.
     *
     * @param photos of one size, 3 planes
     * @param gradient told the sketches, in the order of the photos, it gives the gradient of any
     *     objective for each: one value by pixel, ordered as {@link Image#data()}
     * @return one by photo, by value of the photo, ordered as {@link Image#data()}
     */
    List<float[]> inputGradients(List<Image> photos, Function<List<Image>, List<float[]>> gradient);
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

  /** Learning on from the weights that it has. */
  @ConsumerType
  interface FineTuning extends Capability {
    /** Id of the generator that trained the model. */
    String generator();

    /** Settings that it was trained with, complete, by parameter id. */
    Map<String, Object> settings();

    /**
     * A copy of the model that has learned on by the mean absolute difference. The caller closes
     * it. The same examples, numbers and seed give the same model to the bit.
     *
     * @param examples all of one size
     * @param epochs how often each example is learned from, at least 1
     * @param batch examples per step, at least 1
     * @param rate step size of Adam
     * @throws DivergedException if the training runs away
     */
    Model tuned(
        Examples examples,
        int epochs,
        int batch,
        double rate,
        long seed,
        TrainingMonitor monitor,
        Progress progress)
        throws IOException, CancelledException, DivergedException;
  }

  /** Leaving as an ONNX file, which other programs run. */
  @ConsumerType
  interface OnnxExport extends Capability {
    /**
     * Writes the model as one ONNX file with the input {@code photo}, [batch, 3, height, width] in
     * red, green, blue, and the output {@code sketch}, [batch, 1, height, width]; both with 0 for
     * black and 1 for white, and of any size that the model draws. The same bytes every time.
     *
     * @param file that is made or replaced
     * @param facts for the file's metadata, by name
     */
    void writeOnnx(Path file, Map<String, String> facts) throws IOException;
  }
}
