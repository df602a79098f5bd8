package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;
import org.pentimento.casefile.result.InspectionResult.Truth;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.casefile.result.QuotedPower.AttackPower;
import org.pentimento.casefile.result.QuotedPower.Share;

class InspectionWordsTest {
  private final MadeUpInspection inspection = new MadeUpInspection();

  private String verdict() {
    Statement said = InspectionWords.verdict(inspection.result());
    return said.lead() + " " + said.words();
  }

  private String meaning() {
    return String.join(" ", InspectionWords.meaning(inspection.result()));
  }

  @Test
  void aPoisonedSetIsCountedAndIsNoProofAgainstAnybody() {
    inspection.verdict = DatasetVerdict.POISONED;
    inspection.flagged = 5;
    inspection.patterns =
        List.of(MadeUpInspection.stamp(true, 4), MadeUpInspection.stamp(false, 9));
    assertThat(verdict())
        .startsWith("5 of 200 pairs are called poisoned. 4 photos share a pattern")
        .contains("Of honest pairs alone, about 2 would be flagged at the false-alarm rate of 1 %");
    assertThat(meaning()).contains("evidence that these pairs were changed", "no proof that");
  }

  @Test
  void spoiltPairsAreNoBackdoor() {
    inspection.verdict = DatasetVerdict.SPOILT_PAIRS;
    inspection.flagged = 1;
    assertThat(verdict()).startsWith("1 of 200 pairs is called spoilt. The sketches differ");
    assertThat(meaning()).contains("no evidence of a backdoor");
    inspection.flagged = 0;
    assertThat(verdict()).contains("suspicious as a whole", "No single pair");
  }

  @Test
  void aCommonMarkIsToBeLookedAt() {
    inspection.verdict = DatasetVerdict.COMMON_MARK;
    inspection.patterns = List.of(MadeUpInspection.stamp(false, 9));
    assertThat(verdict())
        .startsWith("9 photos carry a common mark")
        .contains(
            "It may be a watermark, one source, or an attack that leaves the sketches as they are:"
                + " look at it. No pair is flagged.");
    assertThat(meaning()).contains("cannot tell an honest mark from a trigger");
  }

  @Test
  void nothingFoundIsNoEvidenceOfACleanSet() {
    inspection.flagged = 3;
    assertThat(verdict()).startsWith("Nothing was found.").contains("3 of 200 pairs are flagged");
    assertThat(meaning()).contains("no evidence that the data set is clean");
    assertThat(InspectionWords.set(inspection.result()))
        .startsWith("The chance that a set in which nobody hid anything looks as suspicious is 40");
  }

  @Test
  void withoutAScoreNothingIsSaid() {
    inspection.verdict = DatasetVerdict.NO_SCORE;
    inspection.detectors =
        List.of(MadeUpInspection.detector("residual", LooksAt.SKETCHES, "x", "It needs 12 pairs."));
    assertThat(verdict())
        .startsWith("Nothing can be said about this data set.")
        .endsWith("The reason: It needs 12 pairs.");
    assertThat(InspectionWords.set(inspection.result())).contains("no score");
    assertThat(InspectionWords.notLookedAt(inspection.result()))
        .contains("“Residual” says nothing: It needs 12 pairs.")
        .anyMatch(s -> s.contains("patterns that photos share"));
    assertThat(InspectionWords.blindTo(inspection.result()))
        .containsExactly("No detector that spoke says what it is blind to.");
  }

  @Test
  void itSaysWhereNobodyCanTellWhichSideWasChanged() {
    inspection.verdict = DatasetVerdict.NO_SCORE;
    inspection.flagged = 90;
    assertThat(verdict())
        .startsWith("Nobody can tell which pairs were changed.")
        .contains("90 pairs and the other 110", "no pair is flagged");
    assertThat(meaning()).contains("no evidence which");
  }

  @Test
  void aMarkSaysNothingOfSketchesThatNobodyLookedAt() {
    inspection.verdict = DatasetVerdict.COMMON_MARK;
    inspection.patterns = List.of(MadeUpInspection.stamp(false, 9));
    inspection.detectors =
        List.of(
            MadeUpInspection.detector("residual", LooksAt.SKETCHES, "", "They do not follow."),
            MadeUpInspection.detector("pattern", LooksAt.PHOTOS, "", ""));
    assertThat(verdict()).contains("nobody knows whether their sketches are as expected");
  }

  @ParameterizedTest
  @EnumSource(DatasetVerdict.class)
  void everySentenceOfEveryVerdictIsWhole(DatasetVerdict verdict) {
    inspection.verdict = verdict;
    inspection.p = 1;
    var result = inspection.result();
    List<String> all = new java.util.ArrayList<>();
    all.add(verdict());
    all.addAll(InspectionWords.meaning(result));
    all.add(InspectionWords.set(result));
    all.addAll(InspectionWords.notLookedAt(result));
    all.addAll(InspectionWords.blindTo(result));
    all.addAll(InspectionWords.worth(result));
    all.addAll(InspectionWords.limits(result));
    assertThat(all)
        .allMatch(s -> s.endsWith("."), "ends with a full stop")
        .noneMatch(s -> s.contains("  ") || s.contains("..") || s.contains("null"));
  }

  @Test
  void filesThatTheImportLeftOutWereNotLookedAt() {
    inspection.leftOutAtImport = Map.of("photos/7.png", "It is cut off.", "b", "No sketch.");
    assertThat(InspectionWords.notLookedAt(inspection.result()))
        .containsExactly(
            "2 files of “suspect” became part of no pair when it was imported: b – No sketch;"
                + " photos/7.png – It is cut off.");
  }

  @Test
  void theThreeKindsOfNotKnowingStandApart() {
    inspection.skipped = Map.of("a", "The photo cannot be read.", "b", "Too large.");
    inspection.withEyes = 188;
    assertThat(InspectionWords.notLookedAt(inspection.result()))
        .containsExactly(
            "2 pairs could not be looked at: a – The photo cannot be read; b – Too large.",
            "The eyes are not known in 12 of 200 pairs, so parts of the face were looked for where"
                + " they usually are there, and what is worn at the eyes was not looked for.");
    assertThat(InspectionWords.blindTo(inspection.result()))
        .containsExactly("“Residual” is blind to: Attacks that leave the sketches.");
    assertThat(InspectionWords.worth(inspection.result()))
        .singleElement()
        .asString()
        .contains("was not measured", "Drawn faces never stand for photographs");
  }

  @Test
  void whereEverythingWasLookedAtThatIsSaid() {
    assertThat(InspectionWords.notLookedAt(inspection.result()))
        .containsExactly("Everything was looked at: 200 pairs by 3 detectors.");
  }

  @Test
  void powerIsQuotedByRateWithItsWeakestAttack() {
    inspection.power =
        new QuotedPower(
            "t1",
            "honest",
            150,
            List.of(power("patch", .05, 1), power("warp", .05, .5), power("patch", .1, .995)),
            new Share(.031, .021, .045));
    assertThat(InspectionWords.worth(inspection.result()))
        .satisfiesExactly(
            s ->
                assertThat(s)
                    .contains("Self-test “t1” planted attacks in sets of 150 pairs of data set")
                    .contains(
                        "75 % (50 to 100 %) where 5 % were poisoned, more than 99 % where 10 %"),
            s -> assertThat(s).contains("warp with faded-ink at 5 %: 50 % (95 % interval 40 to 60"),
            s -> assertThat(s).contains("3.1 %", "where 1 % was asked for: more than that"),
            s -> assertThat(s).contains("did not plant"));
  }

  private static AttackPower power(String trigger, double rate, double recall) {
    Share share = new Share(recall, recall - .1, Math.min(1, recall + .1));
    return new AttackPower(trigger, "faded-ink", rate, 3, share, share);
  }

  @Test
  void trustedPairsThatArePoisonedThemselvesAreThoughtOf() {
    assertThat(InspectionWords.limits(inspection.result()))
        .anyMatch(s -> s.startsWith("If every pair is poisoned alike"))
        .noneMatch(s -> s.contains("trusted"));
    inspection.trusted = MadeUpInspection.data("known", 40, 40, Map.of());
    assertThat(InspectionWords.limits(inspection.result()))
        .anyMatch(s -> s.contains("trusted pairs of “known” are poisoned") && s.contains("show"));
  }

  @Test
  void aPatternIsDescribedWithItsNumbers() {
    inspection.flagged = 4;
    var pattern = MadeUpInspection.stamp(true, 6);
    inspection.patterns = List.of(pattern);
    assertThat(PatternWords.sentences(pattern, inspection.result()))
        .satisfiesExactly(
            s ->
                assertThat(s)
                    .startsWith("6 photos share a stamp, at 12, 20 from the top left corner")
                    .contains("25 × 24 pixels, that the other 194 do not have")
                    .contains("8.3 times the spread of honest pairs", "a chance of 1 in 100,000."),
            s -> assertThat(s).contains("4 of the 6 sketches are suspicious by themselves"),
            s -> assertThat(s).contains("black to white and hides about 60 %"),
            s -> assertThat(s).contains("“Patch” (size = 0.1235), which explains 93 % of it."));
    assertThat(PatternWords.sketches(MadeUpInspection.stamp(false, 6), inspection.result()))
        .contains("with few exceptions: 4 of the 6", "look at it");
  }

  @ParameterizedTest
  @EnumSource(Reason.Kind.class)
  void everyReasonIsASentence(Reason.Kind kind) {
    assertThat(PairWords.reason(new ReasonFound("d", kind, 1, ""))).matches("[A-Z].+[.]");
    assertThat(PairWords.reason(new ReasonFound("d", kind, 1, "mouth"))).contains("mouth");
    InspectedPair pair =
        new InspectedPair(
            "a", 1, .01, true, List.of(new ReasonFound("d", kind, 4.21, "")), List.of(), List.of());
    assertThat(PairWords.reasons(pair).get(0))
        .endsWith(" (4.2 times the spread of honest pairs).")
        .doesNotContain(". (");
  }

  @Test
  void strengthWhereHonestPairsDoNotDifferIsNoNumberOfTwentyDigits() {
    assertThat(PairWords.times(1000)).isEqualTo("1000.0");
    assertThat(PairWords.times(6e18)).isEqualTo("more than 1,000");
    assertThat(PairWords.times(Double.NaN)).isEmpty();
    assertThat(PairWords.times(0)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Oddity.class)
  void everyQualityIsASentenceAndHasAName(Oddity oddity) {
    List<String> others = List.of("b", "c", "d", "e", "f", "g");
    assertThat(PairWords.quality(new QualityFound("d", oddity, others, "left")))
        .matches("[A-Z].+: left[.]");
    assertThat(PairWords.name(oddity)).isNotBlank();
    assertThat(PairWords.meaning(oddity)).endsWith(".");
    assertThat(PairWords.quality(new QualityFound("d", Oddity.DUPLICATE, others, "")))
        .isEqualTo("Photo and sketch are nearly those of pairs b, c, d, e and 2 more.");
  }

  @Test
  void truthAndCleanedCopyAreSaidWhereThereAreSome() {
    assertThat(InspectionWords.truth(inspection.result())).isEmpty();
    assertThat(InspectionWords.cleaned(inspection.result())).isEmpty();
    inspection.truth = new Truth(List.of("pair-0", "pair-1"), 1, 3, .987);
    inspection.cleaned = "suspect-clean";
    assertThat(InspectionWords.truth(inspection.result()).orElseThrow())
        .contains("1 of the 2 poisoned pairs and 3 of the 198 others are flagged", "0.987");
    assertThat(InspectionWords.cleaned(inspection.result()).orElseThrow())
        .contains("“suspect-clean”", "The original is unchanged.");
  }

  @Test
  void smallChancesAreSaidInWords() {
    assertThat(NumberWords.chance(.0123)).isEqualTo("1.2 %");
    assertThat(NumberWords.chance(1. / 12_345)).isEqualTo("1 in 12,000");
    assertThat(NumberWords.ofHonest(1e-4)).isEqualTo("1 in 10,000 honest pairs");
    assertThat(NumberWords.ofHonest(.02)).isEqualTo("2 % of honest pairs");
    assertThat(NumberWords.chance(1e-9)).isEqualTo("less than 1 in a million");
    assertThat(NumberWords.fine(.0004)).isEqualTo("less than 0.1 %");
    assertThat(NumberWords.fine(.015)).isEqualTo("1.5 %");
  }
}
