package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;

class SeedWordsTest {
  private static final TestedModel MODEL = new TestedModel("d", "w", 5, List.of(), null, "");

  private static ExtensionUse use(String name) {
    return new ExtensionUse(name, name, "1", "", Map.of());
  }

  private static Comparison comparison(String generator, long seed, int turned, double share) {
    return new Comparison(
        generator + "/1/s" + seed,
        new Audited.Trained(use(generator), seed),
        Map.of(Subject.CLEAN, MODEL, Subject.POISONED, MODEL),
        new Comparison.Attack(use("Sine"), use("Light"), .1, List.of(), Map.of(), "m"),
        null,
        new Turned(40, turned, 0, .8, 1),
        List.of(new SuccessPoint(0, turned / 40., .8, 1, 0)),
        List.of(
            new Blindness(
                "fsim", "FSIM", true, .7, .6, .2, new Net(.7, .7, 40, .1, .05, .2, share, .1))),
        List.of(),
        List.of(),
        "m",
        null);
  }

  private static RunResult result(Comparison... comparisons) {
    return new RunResult(
        RunResult.SCHEMA,
        "n",
        "p",
        Map.of(),
        new RunResult.DataUsed("d", "f", "", List.of(), List.of(), 8, 8, Map.of()),
        List.of(),
        new ArrayList<>(List.of(comparisons)),
        List.of());
  }

  @Test
  void oneSeedIsSaid() {
    RunResult one = result(comparison("FCN", 1, 36, .15));
    assertThat(SeedWords.of(one))
        .singleElement()
        .asString()
        .startsWith("Every model was trained with one seed only")
        .endsWith("The intervals are over photos and do not hold it.");
    assertThat(SeedWords.of(one, one.comparisons().get(0)).orElseThrow())
        .startsWith("It was trained with one seed only");
  }

  @Test
  void theSpreadBetweenSeedsIsNoInterval() {
    RunResult two =
        result(
            comparison("FCN", 1, 36, .15),
            comparison("FCN", 2, 30, .08),
            comparison("GAN", 1, 36, .15));
    assertThat(SeedWords.summary(two).orElseThrow()).startsWith("Some models");
    assertThat(SeedWords.of(two).get(1))
        .isEqualTo(
            "FCN: Sine + Light, 10 %, between seeds 1, 2: sketches that the trigger turned: 36 of"
                + " 40, 30 of 40; the backdoor's own part: FSIM 8 % worse to 15 % worse. This is"
                + " the spread between trainings; the intervals are over photos and do not hold"
                + " it.");
    assertThat(SeedWords.of(two)).hasSize(2);
  }
}
