package org.pentimento.audit.selftest.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.audit.selftest.grid.PlantedSet;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;
import org.pentimento.casefile.result.SelfTestResult.Trial;

/**
 * An inspection of a planted set, measured against the truth.
 *
 * @param trial the numbers
 * @param roc the ROC curve of the pairs' scores; empty if no pair was changed
 * @param problems why detectors said nothing, by their ids
 */
public record MeasuredTrial(Trial trial, List<RocPoint> roc, Map<String, String> problems) {
  /** Measures what an inspection said of a set. */
  public static MeasuredTrial of(PlantedSet set, InspectionResult result) {
    Set<String> grouped = new HashSet<>();
    result.patterns().forEach(pattern -> grouped.addAll(pattern.pairs()));
    List<Double> changed = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    int found = 0;
    int shown = 0;
    int falselyFlagged = 0;
    for (InspectedPair pair : result.pairs()) {
      boolean isChanged = set.changed().contains(pair.id());
      (isChanged ? changed : others).add(pair.score());
      if (isChanged) {
        found += pair.flagged() ? 1 : 0;
        shown += pair.flagged() || grouped.contains(pair.id()) ? 1 : 0;
      } else {
        falselyFlagged += pair.flagged() ? 1 : 0;
      }
    }
    Separation separation =
        changed.isEmpty() || others.isEmpty()
            ? null
            : new Separation(array(changed), array(others));
    Optional<PatternFound> pattern =
        result.patterns().stream()
            .reduce((a, b) -> common(b, set.changed()) > common(a, set.changed()) ? b : a)
            .filter(p -> common(p, set.changed()) > 0);
    return new MeasuredTrial(
        new Trial(
            set.planted(),
            set.trigger(),
            set.strategy(),
            set.oddity(),
            set.rate(),
            set.seed(),
            changed.size() + others.size(),
            changed.size(),
            result.verdict(),
            separation == null ? null : separation.auc(),
            found,
            shown,
            falselyFlagged,
            separation == null ? null : separation.recallAt(.01),
            separation == null ? null : separation.recallAt(.05),
            result.patterns().size(),
            overlap(set.place(), pattern.map(PatternFound::place).orElse(null)),
            errors(set, pattern)),
        separation == null ? List.of() : separation.roc(),
        problems(result));
  }

  /** Why a detector said nothing; empty if it spoke. */
  public Optional<String> problem(String detector) {
    return Optional.ofNullable(problems.get(detector));
  }

  private static Map<String, String> problems(InspectionResult result) {
    Map<String, String> problems = new TreeMap<>();
    for (DetectorUse detector : result.detectors()) {
      if (!detector.problem().isEmpty()) {
        problems.put(detector.extension().id(), detector.problem());
      }
    }
    return problems;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static long common(PatternFound pattern, Set<String> changed) {
    return pattern.pairs().stream().filter(changed::contains).count();
  }

  /** Intersection over union; null unless there are both. */
  static @Nullable Double overlap(@Nullable Place one, @Nullable Place other) {
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

  /** Relative errors of the numbers that a recovered trigger does not leave at their defaults. */
  private static Map<String, Double> errors(PlantedSet set, Optional<PatternFound> pattern) {
    Map<String, Double> errors = new TreeMap<>();
    ExtensionUse planted = set.trigger();
    if (planted == null || pattern.isEmpty()) {
      return errors;
    }
    pattern.get().triggers().stream()
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
                              && !recovered.equals(set.usual().get(id))) {
                            errors.put(
                                id, Math.abs(recovered.doubleValue() / truth.doubleValue() - 1));
                          }
                        }));
    return errors;
  }
}
