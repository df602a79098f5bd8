package org.pentimento.api.generator;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Settings;

/**
 * Extension kind: an architecture that learns to draw a sketch of a photo. Stateless. Runs in a
 * process of its own whose native threads are set before it starts.
 */
@ConsumerType
public interface Generator extends Extension {
  /**
   * How far an input pixel can act on the sketch: half the side of the receptive field, in pixels,
   * so that a pixel at distance d (maximum of the horizontal and the vertical) acts only if d is at
   * most this.
   *
   * @return 7 for a 15x15 receptive field; {@link Integer#MAX_VALUE} if the whole image acts on
   *     every pixel
   */
  int reach(Settings settings, int width, int height);

  /**
   * Trains a model. The same examples, settings, seed, threads and native build give the same model
   * to the bit. Training that finds a checkpoint of its own in the monitor's folder goes on from
   * there and ends with the same bits.
   *
   * @param examples all of one size; read as often as there are epochs, in an order that depends on
   *     the seed alone
   * @throws DivergedException if the training runs away; its last checkpoint before that is left in
   *     the monitor's folder
   */
  Model train(
      Examples examples, Settings settings, long seed, TrainingMonitor monitor, Progress progress)
      throws IOException, CancelledException, DivergedException;

  /**
   * Reads a model that {@link Model#write} stored.
   *
   * @param folder with {@code model.json} and {@code model.safetensors}
   * @throws org.pentimento.api.BadInputException if it is damaged or of another generator
   */
  Model read(Path folder) throws IOException;
}
