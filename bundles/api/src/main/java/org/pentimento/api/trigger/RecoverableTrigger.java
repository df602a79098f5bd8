package org.pentimento.api.trigger;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.image.Image;

/**
 * A trigger that can tell with which settings it would make a pattern that a detector found in a
 * group of photos, so that it can be tried in a plan at once.
 */
@ConsumerType
public interface RecoverableTrigger extends Trigger {
  /**
   * The settings that come nearest.
   *
   * @return empty if the pattern is none of this trigger's
   */
  Optional<Recovered> recover(SharedPattern pattern);

  /**
   * Settings that make a pattern.
   *
   * @param settings by parameter id; what is not given keeps its default
   * @param fit how well they explain the pattern, in [0, 1]: 1 fully
   * @param imageParameter the parameter of type FILE that is to name the image, null if none
   * @param image for that parameter, null if none
   */
  record Recovered(
      Map<String, Object> settings,
      double fit,
      @Nullable String imageParameter,
      @Nullable Image image) {
    /** Keeps a copy that nobody changes. */
    public Recovered {
      settings = Map.copyOf(settings);
    }
  }
}
