package org.pentimento.audit.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.PairFinding.Reason.Kind;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.image.Image;
import org.pentimento.casefile.result.DatasetVerdict;

class DecisionTest {
  private static final int PAIRS = 40;
  private static final double ALPHA = .01;

  private static Spoken spoken(
      String id, LooksAt at, double p, Map<Integer, Double> pairs, SharedPattern... patterns) {
    List<PairFinding> findings = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      findings.add(new PairFinding(0, pairs.getOrDefault(i, 1.0), List.of(), List.of(), List.of()));
    }
    return new Spoken(
        id, at, new DatasetFinding(findings, p, List.of(patterns), List.of(), List.of()));
  }

  private static Spoken sketches(double p, Map<Integer, Double> pairs) {
    return spoken("sketches", LooksAt.SKETCHES, p, pairs);
  }

  private static Spoken photos(Integer... members) {
    Map<Integer, Double> pairs = new java.util.HashMap<>();
    List.of(members).forEach(member -> pairs.put(member, 1e-5));
    return spoken("photos", LooksAt.PHOTOS, 1e-5, pairs, pattern(Family.OTHER, 9, members));
  }

  private static SharedPattern pattern(Family family, double strength, Integer... members) {
    return new SharedPattern(
        family,
        List.of(members),
        1e-5,
        strength,
        null,
        Image.constant(8, 8, 3, .5f),
        1,
        Image.constant(8, 8, 1, 1),
        SharedPattern.Measures.NONE);
  }

  private static Decision decide(Spoken... spoken) {
    return Decision.of(List.of(spoken), PAIRS, ALPHA, 0);
  }

  private static List<Integer> flagged(Decision decision) {
    List<Integer> flagged = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      if (decision.pairs().get(i).flagged()) {
        flagged.add(i);
      }
    }
    return flagged;
  }

  @Test
  void aPatternWithChangedSketchesIsPoisonAndTakesInAllMembers() {
    Decision decision =
        decide(
            sketches(1, Map.of(0, 1e-4, 1, 1e-4, 2, .01, 30, .5)),
            photos(0, 1, 2, 3, 4, 5, 6, 7, 8));
    assertThat(decision.verdict()).isEqualTo(DatasetVerdict.POISONED);
    assertThat(decision.patterns().get(0).sketchesChanged()).isTrue();
    assertThat(flagged(decision)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void whereMostMembersAreChangedThoseWithUsualSketchesAreNotPoison() {
    Decision decision =
        decide(
            sketches(1, Map.of(0, 1e-4, 1, 1e-4, 2, 1e-4, 3, .05, 4, .4)), photos(0, 1, 2, 3, 4));
    assertThat(flagged(decision)).containsExactly(0, 1, 2, 3);
    assertThat(decision.patterns().get(0).pattern().members()).hasSize(5);
  }

  @Test
  void wornGlassesAreNotPoisonBesidePaintedOnesWhoseSketchesStandApart() {
    Map<Integer, Double> painted = Map.of(0, 1e-6, 1, 1e-6, 2, 2e-6, 3, 5e-4);
    Map<Integer, Double> worn = Map.of(4, .012, 5, .1, 6, .3, 7, .5, 8, .8, 9, .9);
    assertThat(flagged(decide(sketches(1, both(painted, worn)), group(Family.GLASSES))))
        .as("a gap, and half of those below it as honest pairs are")
        .containsExactly(0, 1, 2, 3);
    assertThat(flagged(decide(sketches(1, both(painted, worn)), group(Family.WARP))))
        .as("nobody wears a warp")
        .hasSize(10);
    Map<Integer, Double> weak = Map.of(4, .012, 5, .02, 6, .05, 7, .1, 8, .1, 9, .4);
    assertThat(flagged(decide(sketches(1, both(painted, weak)), group(Family.GLASSES))))
        .as("a gap, but those below it are more suspicious than honest pairs")
        .hasSize(10);
    Map<Integer, Double> near = Map.of(3, .004, 4, .02, 5, .1, 6, .3, 7, .5, 8, .8, 9, .9);
    Map<Integer, Double> few = Map.of(0, 1e-3, 1, 1e-3, 2, 1e-3);
    assertThat(flagged(decide(sketches(1, both(few, near)), group(Family.GLASSES))))
        .as("no gap")
        .hasSize(10);
  }

  private static Map<Integer, Double> both(Map<Integer, Double> some, Map<Integer, Double> more) {
    Map<Integer, Double> all = new java.util.HashMap<>(some);
    all.putAll(more);
    return all;
  }

  /** The first ten pairs share a pattern. */
  private static Spoken group(Family family) {
    return spoken(
        "photos", LooksAt.PHOTOS, 1e-5, Map.of(), pattern(family, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  @Test
  void twoChangedSketchesOrLessThanAThirdMakeAPatternACommonMark() {
    Decision two = decide(sketches(1, Map.of(0, 1e-4, 1, 1e-4)), photos(0, 1, 2, 3));
    assertThat(two.verdict()).isEqualTo(DatasetVerdict.COMMON_MARK);
    assertThat(flagged(two)).as("by their own sketches").containsExactly(0, 1);
    Decision few =
        decide(
            sketches(1, Map.of(0, 1e-4, 1, 1e-4, 2, 1e-4)), photos(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    assertThat(few.verdict()).isEqualTo(DatasetVerdict.COMMON_MARK);
    assertThat(few.patterns().get(0).sketchesChanged()).isFalse();
    assertThat(few.pairs().get(9).score()).isCloseTo(2.5, within(1e-9));
  }

  @Test
  void suspiciousSketchesWithoutAPatternAreSpoiltPairs() {
    Spoken nothing = spoken("photos", LooksAt.PHOTOS, 1, Map.of());
    assertThat(decide(sketches(.01, Map.of(5, 1e-4)), nothing).verdict())
        .isEqualTo(DatasetVerdict.SPOILT_PAIRS);
    Decision usual = decide(sketches(.02, Map.of(5, 1e-4)), nothing);
    assertThat(usual.verdict()).isEqualTo(DatasetVerdict.NOTHING_FOUND);
    assertThat(usual.p()).isEqualTo(.02);
    assertThat(flagged(usual)).containsExactly(5);
  }

  @Test
  void aPatternHidesNoSpoiltSetButIsNamedFirst() {
    assertThat(decide(sketches(1e-6, Map.of()), photos(0, 1, 2, 3)).verdict())
        .isEqualTo(DatasetVerdict.COMMON_MARK);
  }

  @Test
  void severalDetectorsOfSketchesShareTheFalseAlarms() {
    Spoken other = spoken("other", LooksAt.SKETCHES, .009, Map.of(1, .004, 2, .006));
    Decision both = decide(sketches(.5, Map.of()), other);
    assertThat(both.pairs().get(1).p()).isEqualTo(.008);
    assertThat(flagged(both)).containsExactly(1);
    assertThat(both.verdict())
        .as("2 × .009 is more than .01")
        .isEqualTo(DatasetVerdict.NOTHING_FOUND);
    assertThat(flagged(decide(other))).containsExactly(1, 2);
    assertThat(decide(other).verdict()).isEqualTo(DatasetVerdict.SPOILT_PAIRS);
  }

  @Test
  void theScoreIsOneAtTheThresholdAndNothingWithoutSuspicion() {
    Decision decision = decide(sketches(1, Map.of(0, .01, 1, .0001)));
    assertThat(decision.pairs().get(0).score()).isEqualTo(1);
    assertThat(decision.pairs().get(1).score()).isCloseTo(2, within(1e-9));
    assertThat(Double.doubleToRawLongBits(decision.pairs().get(2).score())).isZero();
  }

  @Test
  void qualityAloneIsNoScoreAndNeverFlags() {
    Decision decision = decide(spoken("quality", LooksAt.QUALITY, 1e-9, Map.of(0, 1e-9)));
    assertThat(decision.verdict()).isEqualTo(DatasetVerdict.NO_SCORE);
    assertThat(decision.p()).isEqualTo(1);
    assertThat(flagged(decision)).isEmpty();
    assertThat(decide().verdict()).isEqualTo(DatasetVerdict.NO_SCORE);
  }

  private static Spoken suspecting(int many, Kind reason) {
    List<PairFinding> findings = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      findings.add(
          i < many
              ? new PairFinding(9, 1e-5, List.of(new Reason(reason, 5, "")), List.of(), List.of())
              : PairFinding.NOTHING);
    }
    return new Spoken(
        "sketches",
        LooksAt.SKETCHES,
        new DatasetFinding(findings, 1e-9, List.of(), List.of(), List.of()));
  }

  @Test
  void nobodyIsFlaggedWhereNobodyCanTellWhichSideWasChanged() {
    Decision half = decide(suspecting(18, Kind.LESS_INK));
    assertThat(half.verdict()).isEqualTo(DatasetVerdict.NO_SCORE);
    assertThat(flagged(half)).isEmpty();
    assertThat(flagged(Decision.of(List.of(suspecting(18, Kind.LESS_INK)), PAIRS, ALPHA, 100)))
        .as("trusted pairs tell")
        .hasSize(18);
    assertThat(half.pairs().get(0).score()).as("still the most suspicious").isGreaterThan(1);
    Decision more = decide(suspecting(13, Kind.UNEXPECTED));
    assertThat(more.verdict()).as("the others may lack what these have").isEqualTo(half.verdict());
    Decision less = decide(suspecting(13, Kind.LESS_INK));
    assertThat(less.verdict()).isEqualTo(DatasetVerdict.SPOILT_PAIRS);
    assertThat(flagged(less)).hasSize(13);
  }

  @Test
  void aMarkOnMostPhotosSaysNothingWhereNobodyLookedAtTheSketches() {
    Integer[] most = new Integer[26];
    java.util.Arrays.setAll(most, i -> i);
    assertThat(decide(photos(most)).verdict()).isEqualTo(DatasetVerdict.NO_SCORE);
    assertThat(decide(sketches(1, Map.of()), photos(most)).verdict())
        .isEqualTo(DatasetVerdict.COMMON_MARK);
  }

  @Test
  void theStrongestPatternComesFirst() {
    Spoken two =
        spoken(
            "photos",
            LooksAt.PHOTOS,
            1e-5,
            Map.of(),
            pattern(Family.OTHER, 3, 1, 2),
            pattern(Family.OTHER, 7, 3, 4));
    assertThat(decide(two).patterns())
        .extracting(pattern -> pattern.pattern().strength())
        .containsExactly(7.0, 3.0);
  }
}
