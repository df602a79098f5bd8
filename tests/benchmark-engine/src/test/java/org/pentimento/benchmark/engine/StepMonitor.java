package org.pentimento.benchmark.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;

/**
 * Tells when a step is finished.
 *
 * @param checkpoints folder for them
 * @param finished takes the number of each finished step
 */
record StepMonitor(Path checkpoints, LongConsumer finished) implements TrainingMonitor {
  @Override
  public void loss(long step, long total, Map<String, Double> losses) {
    finished.accept(step);
  }

  @Override
  public List<Image> previewPhotos() {
    return List.of();
  }

  @Override
  public void preview(long step, List<Image> sketches) {}
}
