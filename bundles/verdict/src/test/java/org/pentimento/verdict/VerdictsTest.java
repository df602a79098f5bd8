package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.EarlierWords;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.Subject;

class VerdictsTest {
  private static final ExtensionUse USE = new ExtensionUse("x", "Ex", "1", "", Map.of());
  private static final Comparison.Attack ATTACK =
      new Comparison.Attack(USE, USE, .1, List.of(), Map.of(), "m");

  private static TestedModel model(@Nullable Collapse collapse) {
    return new TestedModel("d", "w", 5, List.of(), collapse, "");
  }

  private static Comparison comparison(
      Audited audited,
      Map<Subject, TestedModel> models,
      double triggered,
      List<Blindness> panel,
      @Nullable EarlierWords words) {
    return new Comparison(
        "id",
        audited,
        models,
        ATTACK,
        audited.seed().isPresent() ? new Reach(12, .25, .5, .4) : null,
        new Turned(40, (int) (triggered * 40), 0, .8, 1),
        List.of(new SuccessPoint(0, triggered, .8, 1, 0)),
        panel,
        List.of(),
        List.of(),
        "m",
        words);
  }

  private static Comparison trained(double triggered, Blindness... panel) {
    return comparison(
        new Audited.Trained(USE, 3),
        Map.of(Subject.CLEAN, model(null), Subject.POISONED, model(null)),
        triggered,
        List.of(panel),
        null);
  }

  @Test
  void aCollapsedTrainingIsNoAttackThatWorks() {
    Comparison collapsed =
        comparison(
            new Audited.Trained(USE, 3),
            Map.of(
                Subject.CLEAN,
                model(null),
                Subject.POISONED,
                model(new Collapse(Collapse.Reason.WHITE, .02, ""))),
            .9,
            List.of(),
            null);
    assertThat(Verdicts.conclusions(collapsed))
        .singleElement()
        .asString()
        .contains("white paper", "2 %", "not an attack that works");
  }

  @Test
  void ofAModelThatDrawsNothingUsefulNothingIsSaidAboutTheAttack() {
    Comparison mush =
        comparison(
            new Audited.Trained(USE, 3),
            Map.of(
                Subject.CLEAN,
                model(null),
                Subject.POISONED,
                model(new Collapse(Collapse.Reason.UNLIKE, .03, ""))),
            .1,
            List.of(),
            null);
    assertThat(Verdicts.conclusions(mush))
        .singleElement()
        .asString()
        .contains("draws nothing useful", "0.03", "nothing can be said of the attack")
        .doesNotContain("did not take");
  }

  @Test
  void anImportedModelIsNeitherCleanNorPoisoned() {
    Comparison imported =
        comparison(
            new Audited.Imported("suspect", USE),
            Map.of(Subject.IMPORTED, model(null)),
            .9,
            List.of(),
            null);
    assertThat(Verdicts.title(imported)).isEqualTo("Imported model suspect: Ex + Ex");
    assertThat(String.join(" ", Verdicts.conclusions(imported)))
        .contains("imported model 'suspect'")
        .doesNotContain("poisoned", "seed");
  }

  @Test
  void sentencesOfSchema1AreGivenAsTheyStandAndMarked() {
    Comparison earlier =
        comparison(
            new Audited.Trained(USE, 3),
            Map.of(Subject.CLEAN, model(null), Subject.POISONED, model(null)),
            .9,
            List.of(new Blindness("a", "A", true, 1, .5, .5, null)),
            new EarlierWords(List.of("Said then."), "Reached then.", Map.of("a", "Saw then.")));
    assertThat(Verdicts.conclusions(earlier)).containsExactly("Said then.");
    assertThat(Verdicts.reach(earlier)).isEqualTo("Reached then.");
    assertThat(Verdicts.blindness(earlier, earlier.blindness().get(0)).text())
        .isEqualTo("Saw then.");
    assertThat(Verdicts.origin(earlier)).contains("the version of Pentimento that made the result");
    assertThat(Verdicts.origin(trained(.9))).isEmpty();
  }

  @Test
  void percentagesNeverRoundSomethingToNothing() {
    assertThat(NumberWords.percent(.001)).isEqualTo("less than 1 %");
    assertThat(NumberWords.percent(.999)).isEqualTo("more than 99 %");
    assertThat(NumberWords.percent(0)).isEqualTo("0 %");
    assertThat(NumberWords.percent(.256)).isEqualTo("26 %");
  }
}
