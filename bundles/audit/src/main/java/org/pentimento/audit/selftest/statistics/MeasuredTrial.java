package org.pentimento.audit.selftest.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pentimento.audit.selftest.grid.PlantedSet;
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
            Recovery.overlap(set.place(), pattern.map(PatternFound::place).orElse(null)),
            pattern.map(p -> Recovery.errors(set.trigger(), set.usual(), p)).orElse(Map.of())),
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
}
