package org.pentimento.audit.selftest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;
import org.pentimento.casefile.result.SelfTestResult.Trial;

class KindSummariesTest {
  private static ExtensionUse use(String id) {
    return new ExtensionUse(id, id, "1.0.0", "", Map.of());
  }

  private static MeasuredTrial attack(String strategy, double rate, int found, int shown) {
    int changed = (int) (100 * rate);
    return trial(Planted.ATTACK, use("stamp"), use(strategy), "", rate, changed, found, shown, 1);
  }

  private static MeasuredTrial trial(
      Planted planted,
      @Nullable ExtensionUse trigger,
      @Nullable ExtensionUse strategy,
      String oddity,
      double rate,
      int changed,
      int found,
      int shown,
      int falselyFlagged) {
    boolean any = changed > 0;
    return new MeasuredTrial(
        new Trial(
            planted,
            trigger,
            strategy,
            oddity,
            rate,
            1,
            100,
            changed,
            found > 0 ? DatasetVerdict.POISONED : DatasetVerdict.NOTHING_FOUND,
            any ? .9 : null,
            found,
            shown,
            falselyFlagged,
            any ? .8 : null,
            any ? .9 : null,
            shown > 0 ? 1 : 0,
            any ? .5 : null,
            any ? Map.of("share", .1, "opacity", .3) : Map.of()),
        any ? List.of(new RocPoint(0, .5), new RocPoint(1, 1)) : List.of(),
        Map.of());
  }

  private static double value(@Nullable Share share) {
    return share == null ? Double.NaN : share.value();
  }

  private static KindSummary find(
      List<KindSummary> kinds, Planted planted, String strategy, String oddity, double rate) {
    return kinds.stream()
        .filter(k -> k.planted() == planted && k.trigger().isEmpty())
        .filter(k -> k.strategy().equals(strategy) && k.oddity().equals(oddity))
        .filter(k -> k.rate() == rate)
        .findFirst()
        .orElseThrow();
  }

  private final List<MeasuredTrial> trials =
      List.of(
          attack("fade", .02, 0, 0),
          attack("fade", .1, 6, 10),
          attack("fade", .3, 30, 30),
          attack("clean", .1, 0, 9),
          attack("clean", .3, 0, 3),
          trial(Planted.NOTHING, null, null, "", 0, 0, 0, 0, 2),
          trial(Planted.NOTHING, null, null, "", 0, 0, 0, 0, 0),
          trial(Planted.ODDITY, null, null, "logo", .3, 30, 3, 30, 0));

  @Test
  void smallestRateFoundIsTheOneFromWhichOnHalfIsShown() {
    List<KindSummary> kinds = new KindSummaries(trials).all();
    assertThat(find(kinds, Planted.ATTACK, "fade", "", 0).smallestFound()).isEqualTo(.1);
    assertThat(find(kinds, Planted.ATTACK, "clean", "", 0).smallestFound()).isNull();
  }

  @Test
  void sharesAreOfAllPairsOfAKind() {
    List<KindSummary> kinds = new KindSummaries(trials).all();
    KindSummary fade = find(kinds, Planted.ATTACK, "fade", "", 0);
    assertThat(fade.sets()).isEqualTo(3);
    assertThat(value(fade.recall())).isEqualTo(36 / 42.0);
    assertThat(fade.verdicts())
        .isEqualTo(Map.of(DatasetVerdict.POISONED, 2, DatasetVerdict.NOTHING_FOUND, 1));
    assertThat(fade.falseAlarms().value()).isCloseTo(3 / 258.0, within(1e-12));
    assertThat(fade.worstFalseAlarms()).isCloseTo(1 / 70.0, within(1e-12));
    assertThat(fade.settingError()).isEqualTo(.3);
    assertThat(fade.roc()).containsExactly(new RocPoint(0, .5), new RocPoint(1, 1));
  }

  @Test
  void cleanAndOddSetsStandApartFromAttacks() {
    KindSummaries summaries = new KindSummaries(trials);
    KindSummary clean = find(summaries.all(), Planted.NOTHING, "", "", 0);
    assertThat(clean.falseAlarms().value()).isEqualTo(.01);
    assertThat(clean.worstFalseAlarms()).isEqualTo(.02);
    assertThat(clean.auc()).isNull();
    assertThat(clean.recall()).isNull();
    KindSummary odd = find(summaries.all(), Planted.ODDITY, "", "logo", .3);
    assertThat(value(odd.recall())).isEqualTo(.1);
    assertThat(summaries.total().sets()).isEqualTo(5);
  }

  @Test
  void placesOverlapByIntersectionOverUnion() {
    Place one = new Place(0, 0, 10, 10);
    assertThat(Recovery.overlap(one, one)).isEqualTo(1);
    assertThat(Recovery.overlap(one, new Place(5, 0, 10, 10))).isEqualTo(50 / 150.0);
    assertThat(Recovery.overlap(one, new Place(20, 20, 3, 3))).isZero();
    assertThat(Recovery.overlap(one, null)).isNull();
  }
}
