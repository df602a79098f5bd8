package org.pentimento.audit.selftest.model;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.selftest.grid.ChangedPlace;

/** What a model draws of photos that neither it nor any detector saw. */
public final class HeldOutMeasure {
  /** An attack took if its progress is this large. */
  public static final double TOOK = .4;

  /** A model draws honestly if its error is at most so many times that of clean models. */
  public static final double HONEST = 1.2;

  private final List<Pair> pairs;
  private final Progress progress;

  /** A measure with these pairs, of which there is at least one. */
  public HeldOutMeasure(List<Pair> pairs, Progress progress) {
    this.pairs = List.copyOf(pairs);
    this.progress = progress;
  }

  /** Mean absolute difference from the true sketches, in [0, 1]. */
  public double error(Model model) throws IOException, CancelledException {
    double sum = 0;
    for (Pair pair : pairs) {
      progress.checkCancelled();
      Image sketch = drawn(model, pair.photo().decode());
      sum += difference(sketch, pair.sketch().decode().grey(), null);
    }
    return sum / pairs.size();
  }

  /**
   * By which share the mean absolute difference from the attacker's target falls when the trigger
   * is on photos; in the region that the target changes, if that is a part of the sketch.
   */
  public double progress(Model model, PreparedAttack attack)
      throws IOException, CancelledException {
    ChangedPlace changed = new ChangedPlace();
    for (Pair pair : pairs) {
      changed.add(pair.sketch().decode().grey(), attack.target(pair));
    }
    Place place = changed.found();
    double without = 0;
    double with = 0;
    for (Pair pair : pairs) {
      progress.checkCancelled();
      Image target = attack.target(pair);
      without += difference(drawn(model, pair.photo().decode()), target, place);
      with += difference(drawn(model, attack.triggered(pair)), target, place);
    }
    return without > 0 ? 1 - with / without : 0;
  }

  private static Image drawn(Model model, Image photo) {
    return model.sketch(List.of(photo.colour())).get(0);
  }

  private static double difference(Image one, Image other, @Nullable Place place) {
    int left = place == null ? 0 : place.x();
    int top = place == null ? 0 : place.y();
    int width = place == null ? one.width() : place.width();
    int height = place == null ? one.height() : place.height();
    double sum = 0;
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        int at = y * one.width() + x;
        sum += Math.abs(one.data()[at] - other.data()[at]);
      }
    }
    return sum / ((double) width * height);
  }
}
