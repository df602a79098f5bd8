package org.pentimento.generator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;

/** Keeps what a training reports. */
public final class RecordingMonitor implements TrainingMonitor {
  public final List<Map<String, Double>> losses = new ArrayList<>();
  public final List<List<Image>> previews = new ArrayList<>();
  private final Path folder;
  private final List<Image> photos;

  public RecordingMonitor(Path folder, Image... photos) {
    this.folder = folder;
    this.photos = List.of(photos);
  }

  @Override
  public void loss(long step, long total, Map<String, Double> stepLosses) {
    losses.add(stepLosses);
  }

  public double loss(int index, String name) {
    return losses.get(index).getOrDefault(name, Double.NaN);
  }

  @Override
  public List<Image> previewPhotos() {
    return photos;
  }

  @Override
  public void preview(long step, List<Image> sketches) {
    previews.add(sketches);
  }

  @Override
  public Path checkpoints() {
    return folder;
  }

  /** Progress that is cancelled once so many steps are finished. */
  public Progress cancelledAfter(int steps) {
    return new Progress() {
      @Override
      public void begin(String task, long total) {}

      @Override
      public void advance(long units) {}

      @Override
      public void note(String message) {}

      @Override
      public void checkCancelled() throws CancelledException {
        if (losses.size() >= steps) {
          throw new CancelledException();
        }
      }
    };
  }
}
