package org.pentimento.registry.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.SetMetric;

/**
 * What a call of an extension gets: images are copies, lists cannot be changed, and whoever it
 * calls back tells that it is alive.
 */
final class Given {
  private final Object[] args;
  private final Class<?>[] types;
  private final OpenCall call;
  private volatile @Nullable Throwable calledBack;

  /**
   * @param types of the parameters; one object may be given as two, such as monitor and progress
   */
  Given(Object[] args, Class<?>[] types, OpenCall call) {
    this.args = args;
    this.types = types;
    this.call = call;
  }

  /** The arguments as the extension gets them. */
  Object[] copies() {
    Object[] copies = args.clone();
    for (int i = 0; i < copies.length; i++) {
      copies[i] = given(types[i], copies[i]);
    }
    return copies;
  }

  /** What something threw that the extension called back, such as the end of a training. */
  @Nullable Throwable calledBack() {
    return calledBack;
  }

  /** Whether the person really asked the work to end. */
  boolean isCancelled() {
    for (Object arg : args) {
      if (arg instanceof Progress progress) {
        try {
          progress.checkCancelled();
        } catch (CancelledException e) {
          return true;
        }
      }
    }
    return false;
  }

  /** The limit for the images among some arguments; empty if there are none. */
  static Optional<Duration> images(Limits limits, Object[] args) {
    int count = 0;
    long pixels = 0;
    for (Object arg : args) {
      List<?> all = arg instanceof List<?> list ? list : Collections.singletonList(arg);
      for (Object one : all) {
        if (one instanceof Image image) {
          count++;
          pixels += (long) image.width() * image.height();
        }
      }
    }
    return count == 0 ? Optional.empty() : Optional.of(limits.images(count, pixels));
  }

  private @Nullable Object given(Class<?> type, @Nullable Object arg) {
    if (type == Progress.class && arg instanceof Progress progress) {
      return new HeardProgress(progress);
    }
    if (type == Examples.class && arg instanceof Examples examples) {
      return new HeardExamples(examples);
    }
    if (type == TrainingMonitor.class && arg instanceof TrainingMonitor monitor) {
      return new HeardMonitor(monitor);
    }
    return copy(arg);
  }

  private @Nullable Object copy(@Nullable Object arg) {
    if (arg instanceof Image image) {
      return image.copy();
    }
    if (arg instanceof List<?> list) {
      List<@Nullable Object> copies = new ArrayList<>(list.size());
      for (Object one : list) {
        copies.add(one instanceof Image || one instanceof SetMetric.Item ? copy(one) : one);
      }
      return Collections.unmodifiableList(copies);
    }
    if (arg instanceof SetMetric.Item item) {
      return new SetMetric.Item(
          item.id(),
          item.identity(),
          () -> heard(item.photo().decode()).copy(),
          () -> heard(item.sketch().decode()).copy(),
          () -> heard(item.candidate().decode()).copy());
    }
    return arg;
  }

  private <T> T heard(T value) {
    call.heard();
    return value;
  }

  private <E extends Throwable> E noted(E thrown) {
    calledBack = thrown;
    return thrown;
  }

  private final class HeardProgress implements Progress {
    private final Progress progress;

    HeardProgress(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void begin(String task, long total) {
      call.heard();
      progress.begin(task, total);
    }

    @Override
    public void advance(long units) {
      call.heard();
      progress.advance(units);
    }

    @Override
    public void note(String message) {
      call.heard();
      progress.note(message);
    }

    @Override
    public void checkCancelled() throws CancelledException {
      call.heard();
      progress.checkCancelled();
    }
  }

  private final class HeardExamples implements Examples {
    private final Examples examples;

    HeardExamples(Examples examples) {
      this.examples = examples;
    }

    @Override
    public int size() {
      return examples.size();
    }

    @Override
    public int width() {
      return examples.width();
    }

    @Override
    public int height() {
      return examples.height();
    }

    @Override
    public Image photo(int index) throws IOException {
      try {
        return heard(examples.photo(index));
      } catch (IOException e) {
        throw noted(e);
      } catch (RuntimeException e) {
        throw noted(e);
      }
    }

    @Override
    public Image sketch(int index) throws IOException {
      try {
        return heard(examples.sketch(index));
      } catch (IOException e) {
        throw noted(e);
      } catch (RuntimeException e) {
        throw noted(e);
      }
    }
  }

  private final class HeardMonitor implements TrainingMonitor {
    private final TrainingMonitor monitor;

    HeardMonitor(TrainingMonitor monitor) {
      this.monitor = monitor;
    }

    @Override
    public void loss(long step, long total, Map<String, Double> losses) {
      call.heard();
      try {
        monitor.loss(step, total, losses);
      } catch (RuntimeException e) {
        throw noted(e);
      }
    }

    @Override
    public List<Image> previewPhotos() {
      return monitor.previewPhotos().stream().map(Image::copy).toList();
    }

    @Override
    public void preview(long step, List<Image> sketches) {
      call.heard();
      try {
        monitor.preview(step, sketches);
      } catch (RuntimeException e) {
        throw noted(e);
      }
    }

    @Override
    public Path checkpoints() {
      return monitor.checkpoints();
    }
  }
}
