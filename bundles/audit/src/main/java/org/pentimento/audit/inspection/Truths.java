package org.pentimento.audit.inspection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.Truth;

/** Holds what was found against what is true. */
public final class Truths {
  private Truths() {}

  /**
   * What was found of pairs that are known to be poisoned.
   *
   * @param poisoned ids; pairs that could not be looked at count as not found
   */
  public static Truth of(InspectionResult result, List<String> poisoned) {
    Set<String> ids = Set.copyOf(poisoned);
    long found = result.pairs().stream().filter(p -> p.flagged() && ids.contains(p.id())).count();
    long falsely =
        result.pairs().stream().filter(p -> p.flagged() && !ids.contains(p.id())).count();
    return new Truth(poisoned, (int) found, (int) falsely, auc(result.pairs(), ids));
  }

  /**
   * Area under the ROC curve of the scores: how probable it is that a changed pair scores higher
   * than an unchanged one, where equal scores count half.
   *
   * @return null if there are no changed or no unchanged pairs
   */
  public static @Nullable Double auc(List<InspectedPair> pairs, Collection<String> changed) {
    Map<Double, long[]> byScore = new HashMap<>();
    long positives = 0;
    for (InspectedPair pair : pairs) {
      long[] counts = byScore.computeIfAbsent(pair.score(), s -> new long[2]);
      if (changed.contains(pair.id())) {
        counts[1]++;
        positives++;
      } else {
        counts[0]++;
      }
    }
    long negatives = pairs.size() - positives;
    if (positives == 0 || negatives == 0) {
      return null;
    }
    double area = 0;
    long below = 0;
    for (double score : byScore.keySet().stream().sorted().toList()) {
      long[] counts = byScore.getOrDefault(score, new long[2]);
      area += counts[1] * (below + counts[0] / 2.0);
      below += counts[0];
    }
    return area / ((double) positives * negatives);
  }
}
