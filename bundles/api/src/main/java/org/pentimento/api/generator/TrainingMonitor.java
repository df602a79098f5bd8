package org.pentimento.api.generator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.pentimento.api.image.Image;

/** Who watches a training. */
@ProviderType
public interface TrainingMonitor {
  /**
   * Takes the losses of a finished step.
   *
   * @param step counted from 1
   * @param total steps in all
   * @param losses by name, such as {@code l1} or {@code discriminator}, in a stable order
   */
  void loss(long step, long total, Map<String, Double> losses);

  /** Photos of which a sketch is wanted now and then; may be empty. */
  List<Image> previewPhotos();

  /** Takes sketches of the preview photos, in their order. */
  void preview(long step, List<Image> sketches);

  /**
   * A folder where the training keeps its checkpoint, {@code checkpoint.safetensors}, written by
   * temporary file and rename; empty at first.
   */
  Path checkpoints();
}
