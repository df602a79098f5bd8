package org.pentimento.audit.selftest.statistics;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.PatternFound;

/** How near a recovered trigger is to the planted one. */
public final class Recovery {
  private Recovery() {}

  /** Intersection over union of two places; null unless there are both. */
  public static @Nullable Double overlap(@Nullable Place one, @Nullable Place other) {
    if (one == null || other == null) {
      return null;
    }
    int across =
        Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
    int down =
        Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
    double both = (double) Math.max(0, across) * Math.max(0, down);
    double all =
        (double) one.width() * one.height() + (double) other.width() * other.height() - both;
    return both / all;
  }

  /**
   * Relative errors of the numbers that a recovered trigger does not leave at their defaults, by
   * parameter id.
   *
   * @param planted trigger with its settings; null if none was planted
   * @param usual defaults of its settings
   */
  public static Map<String, Double> errors(
      @Nullable ExtensionUse planted, Map<String, Object> usual, PatternFound pattern) {
    Map<String, Double> errors = new TreeMap<>();
    if (planted == null) {
      return errors;
    }
    pattern.triggers().stream()
        .map(PatternFound.RecoveredTrigger::extension)
        .filter(extension -> extension.id().equals(planted.id()))
        .findFirst()
        .ifPresent(
            extension ->
                planted
                    .settings()
                    .forEach(
                        (id, value) -> {
                          if (value instanceof Number truth
                              && truth.doubleValue() != 0
                              && extension.settings().get(id) instanceof Number recovered
                              && !recovered.equals(usual.get(id))) {
                            errors.put(
                                id, Math.abs(recovered.doubleValue() / truth.doubleValue() - 1));
                          }
                        }));
    return errors;
  }
}
