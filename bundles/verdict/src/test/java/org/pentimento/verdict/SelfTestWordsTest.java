package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.Trial;

class SelfTestWordsTest {
  private static KindSummary kind(
      Planted planted, String trigger, String oddity, double rate, @Nullable Double recall) {
    Share share = recall == null ? null : new Share(recall, recall - .02, recall + .02);
    return new KindSummary(
        planted,
        trigger,
        planted == Planted.ATTACK && !trigger.isEmpty() ? "faded-ink" : "",
        oddity,
        rate,
        4,
        Map.of(),
        share,
        share,
        share == null ? null : new Share(share.value() + .02, share.low(), share.high() + .02),
        share,
        share,
        new Share(.011, .008, .015),
        .03,
        .5,
        null,
        null,
        List.of());
  }

  private static Trial honest(int flagged, int patterns) {
    return new Trial(
        Planted.NOTHING,
        null,
        null,
        "",
        0,
        1,
        100,
        0,
        DatasetVerdict.NOTHING_FOUND,
        null,
        0,
        0,
        flagged,
        null,
        null,
        patterns,
        null,
        Map.of());
  }

  private static SelfTestResult result(Material material, KindSummary total) {
    return new SelfTestResult(
        SelfTestResult.SCHEMA,
        "s",
        Map.of(),
        new InspectedData("faces", "f", "d", material, 100, 64, 80, 100, Map.of()),
        .01,
        1,
        List.of(),
        12,
        Map.of("glasses, mouth", "No pair has eyes."),
        List.of(honest(1, 0), honest(2, 1)),
        List.of(
            kind(Planted.NOTHING, "", "", 0, null),
            kind(Planted.ODDITY, "", "misaligned", .05, .06),
            kind(Planted.ODDITY, "", "grey photos", .3, .03),
            kind(Planted.ATTACK, "patch", "", .05, .97),
            kind(Planted.ATTACK, "warp", "", .02, .41)),
        total);
  }

  @Test
  void whatWasFoundIsHeldAgainstFalseAlarms() {
    SelfTestResult result = result(Material.DRAWN, kind(Planted.ATTACK, "", "", 0, .9));
    Statement verdict = SelfTestWords.verdict(result);
    assertThat(verdict.lead()).isEqualTo("90 % of the poisoned pairs were flagged.");
    assertThat(verdict.words())
        .contains(
            "90 % (95 % interval 88 to 92 %)",
            "common mark, 92 %", "4 poisoned sets", "1.1 % (95 % interval 0.8");
    assertThat(SelfTestWords.conclusions(result))
        .satisfiesExactly(
            s -> assertThat(s).contains("Hardest to find was warp, faded-ink, 2 %: 43 %"),
            s ->
                assertThat(s)
                    .isEqualTo(
                        "In 2 honest sets, 3 of 200 pairs were flagged (1.5 %, where 1 % was asked"
                            + " for), and a pattern was accepted in 1."),
            s -> assertThat(s).contains("“misaligned” was called poison most often: 6 %"),
            s -> assertThat(s).contains("overlap by 50 %"));
  }

  @Test
  void aSubsetAndItsMaterialAreSaid() {
    assertThat(SelfTestWords.limits(result(Material.DRAWN, kind(Planted.ATTACK, "", "", 0, .9))))
        .contains(
            "Only 2 of the 12 trials of the whole grid were made; the others say nothing.",
            "1 kind of attack could not be planted in these data: glasses, mouth – No pair has"
                + " eyes.",
            "The faces are drawn by a program. The figures say nothing about photographs.");
    assertThat(
            SelfTestWords.limits(
                result(Material.PHOTOGRAPHED, kind(Planted.ATTACK, "", "", 0, .9))))
        .anyMatch(s -> s.contains("64 × 80 pixels"));
  }

  @Test
  void withoutAnAttackNothingIsKnown() {
    assertThat(
            SelfTestWords.verdict(result(Material.DRAWN, kind(Planted.ATTACK, "", "", 0, null)))
                .lead())
        .isEqualTo("No attack was planted.");
  }
}
