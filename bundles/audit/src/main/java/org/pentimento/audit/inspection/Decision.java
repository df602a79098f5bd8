package org.pentimento.audit.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.casefile.result.DatasetVerdict;

/**
 * What follows from all that detectors said. Where it cannot be told which pairs were changed,
 * there is no score and nobody is flagged, but what was found of pairs and patterns stands.
 *
 * @param verdict on the set
 * @param p how probable it is that a set in which nobody hid anything looks as suspicious
 * @param pairs one for each pair, in the order in which the detectors were given them
 * @param patterns all that photos share, strongest first
 */
record Decision(
    DatasetVerdict verdict, double p, List<PairDecision> pairs, List<PatternDecision> patterns) {
  /** From how many changed sketches on a pattern is more than a mark. */
  static final int LEAST_CHANGED = 3;

  /** From which share of changed sketches on a pattern is more than a mark. */
  static final double LEAST_CHANGED_SHARE = 1 / 3.0;

  /** The share of suspicious pairs from which on nobody can tell which side was changed. */
  static final double LARGEST_SIDE = .4;

  /** The share from which on the kind of change has to tell which side was changed. */
  static final double LARGE_SIDE = .25;

  /** So many pairs that are known to be honest say what is usual. */
  static final int ENOUGH_TRUSTED = 100;

  /**
   * From how many times the rate of false alarms on a sketch is usual; one whose p is that much
   * smaller than the rate may stand apart.
   */
  static final double USUAL = 10;

  /** By which factor p has to rise from one member to the next for two groups to stand apart. */
  static final double APART = 12;

  /** Where half of a group has a p above it, the group is as honest pairs are. */
  static final double LIKE_HONEST = .2;

  /** How improbable an honest set must be for its sketches to count as changed. */
  static final double SET_LEVEL = .01;

  /**
   * A pair.
   *
   * @param p share of honest pairs that are as suspicious
   * @param score 1 at the threshold
   * @param flagged whether it is called poison
   */
  record PairDecision(double p, double score, boolean flagged) {}

  /**
   * A pattern.
   *
   * @param detector id of the detector that found it
   * @param pattern as it was found
   * @param sketchesChanged whether the sketches of its members are changed as well
   */
  record PatternDecision(String detector, SharedPattern pattern, boolean sketchesChanged) {}

  /**
   * Decides.
   *
   * @param spoken the last finding of each detector that could speak
   * @param pairs number of pairs
   * @param falseAlarms share of honest pairs that may be flagged
   * @param trusted number of pairs that are known to be honest; enough of them tell which side was
   *     changed
   */
  static Decision of(List<Spoken> spoken, int pairs, double falseAlarms, int trusted) {
    List<Spoken> sketches = looking(spoken, LooksAt.SKETCHES);
    List<Spoken> photos = looking(spoken, LooksAt.PHOTOS);
    double[] bySketch = new double[pairs];
    double[] byPhoto = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      bySketch[i] = together(sketches, i);
      byPhoto[i] = least(photos, i);
    }
    List<PatternDecision> patterns = new ArrayList<>();
    Set<Integer> poisoned = new HashSet<>();
    for (Spoken one : photos) {
      for (SharedPattern pattern : one.finding().patterns()) {
        boolean changed = isChanged(pattern, bySketch, falseAlarms);
        patterns.add(new PatternDecision(one.detector(), pattern, changed));
        if (changed) {
          poisoned.addAll(changed(pattern, bySketch, falseAlarms));
        }
      }
    }
    patterns.sort(Comparator.comparingDouble((PatternDecision d) -> -d.pattern().strength()));
    for (int i = 0; i < pairs; i++) {
      if (bySketch[i] <= falseAlarms) {
        poisoned.add(i);
      }
    }
    boolean hidden =
        sketches.isEmpty()
            && patterns.stream().anyMatch(d -> d.pattern().members().size() > LARGEST_SIDE * pairs);
    boolean told =
        trusted >= ENOUGH_TRUSTED || (!hidden && isSideTold(poisoned, spoken, pairs, falseAlarms));
    List<PairDecision> decided = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      double p = Math.min(bySketch[i], byPhoto[i]);
      decided.add(new PairDecision(p, score(p, falseAlarms), told && poisoned.contains(i)));
    }
    double setBySketches = Math.min(1, sketches.size() * leastOfSet(sketches));
    return new Decision(
        !told || (sketches.isEmpty() && photos.isEmpty())
            ? DatasetVerdict.NO_SCORE
            : verdict(patterns, !sketches.isEmpty() && setBySketches <= SET_LEVEL),
        sketches.isEmpty() ? leastOfSet(photos) : Math.min(setBySketches, leastOfSet(photos)),
        decided,
        patterns);
  }

  private static DatasetVerdict verdict(List<PatternDecision> patterns, boolean spoilt) {
    if (patterns.stream().anyMatch(PatternDecision::sketchesChanged)) {
      return DatasetVerdict.POISONED;
    }
    if (!patterns.isEmpty()) {
      return DatasetVerdict.COMMON_MARK;
    }
    return spoilt ? DatasetVerdict.SPOILT_PAIRS : DatasetVerdict.NOTHING_FOUND;
  }

  /**
   * All members, but for those whose sketches are usual, where it can be told that some photos look
   * alike for an honest reason: where most are suspicious, and where it is something that people
   * wear and the suspicious ones stand wholly apart from others whose sketches are as those of
   * honest pairs.
   */
  private static List<Integer> changed(
      SharedPattern pattern, double[] bySketch, double falseAlarms) {
    double[] p = pattern.members().stream().mapToDouble(i -> bySketch[i]).sorted().toArray();
    long suspicious = Arrays.stream(p).filter(one -> one <= falseAlarms).count();
    OptionalDouble apart =
        pattern.family() == Family.GLASSES ? apart(p, falseAlarms / USUAL) : OptionalDouble.empty();
    double usual = apart.orElse(2 * suspicious <= p.length ? 1 : USUAL * falseAlarms);
    return pattern.members().stream().filter(i -> bySketch[i] <= usual).toList();
  }

  /**
   * The largest p of those that stand apart: above the widest gap, and below it as honest pairs
   * are.
   *
   * @param p of all members, smallest first
   * @param most that one above the gap may have
   */
  private static OptionalDouble apart(double[] p, double most) {
    int above = 0;
    double widest = APART;
    for (int i = LEAST_CHANGED; i <= p.length - LEAST_CHANGED && p[i - 1] <= most; i++) {
      double gap = p[i] / p[i - 1];
      if (gap >= widest) {
        widest = gap;
        above = i;
      }
    }
    return above > 0 && p[(above + p.length) / 2] >= LIKE_HONEST
        ? OptionalDouble.of(p[above - 1])
        : OptionalDouble.empty();
  }

  private static boolean isChanged(SharedPattern pattern, double[] bySketch, double falseAlarms) {
    long changed = pattern.members().stream().filter(i -> bySketch[i] <= falseAlarms).count();
    return changed >= LEAST_CHANGED && changed >= LEAST_CHANGED_SHARE * pattern.members().size();
  }

  /**
   * Whether it can be told that the suspicious pairs were changed and not the others: they are few,
   * or at least no majority and most of them lack what others have, or carry a picture.
   */
  private static boolean isSideTold(
      Set<Integer> suspicious, List<Spoken> spoken, int pairs, double falseAlarms) {
    double share = (double) suspicious.size() / pairs - falseAlarms;
    if (share <= LARGE_SIDE || share > LARGEST_SIDE) {
      return share <= LARGE_SIDE;
    }
    Set<Integer> telling = new HashSet<>();
    for (Spoken one : spoken) {
      for (SharedPattern pattern : one.finding().patterns()) {
        if (pattern.family() != Family.WARP && pattern.family() != Family.OTHER) {
          telling.addAll(pattern.members());
        }
      }
      for (int i : suspicious) {
        if (one.finding().pairs().get(i).reasons().stream().anyMatch(Decision::isLoss)) {
          telling.add(i);
        }
      }
    }
    telling.retainAll(suspicious);
    return 2 * telling.size() > suspicious.size();
  }

  private static boolean isLoss(Reason reason) {
    return switch (reason.kind()) {
      case LESS_INK, HOLE, PART_MISSING, ANOTHER_PERSON, MIRRORED -> true;
      case UNEXPECTED, SHARED_PATTERN, OTHER -> false;
    };
  }

  private static List<Spoken> looking(List<Spoken> spoken, LooksAt at) {
    return spoken.stream().filter(one -> one.looksAt() == at).toList();
  }

  /** The smallest p of several detectors, made larger because each of them may be wrong. */
  private static double together(List<Spoken> spoken, int pair) {
    return spoken.isEmpty() ? 1 : Math.min(1, spoken.size() * least(spoken, pair));
  }

  private static double least(List<Spoken> spoken, int pair) {
    return spoken.stream().mapToDouble(one -> one.finding().pairs().get(pair).p()).min().orElse(1);
  }

  private static double leastOfSet(List<Spoken> spoken) {
    return spoken.stream().mapToDouble(one -> one.finding().p()).min().orElse(1);
  }

  /** ln p / ln α; 0 for a p of 1, never -0. */
  private static double score(double p, double falseAlarms) {
    return p >= 1 ? 0 : Math.log(p) / Math.log(falseAlarms);
  }
}
