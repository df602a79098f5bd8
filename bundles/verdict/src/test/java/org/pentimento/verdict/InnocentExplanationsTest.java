package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.api.suspect.Axis;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.NoScore;
import org.pentimento.casefile.result.model.ShadowUsed;

class InnocentExplanationsTest {
  private static ExtensionUse use(String id, String name) {
    return new ExtensionUse(id, name, "1", "", Map.of());
  }

  private static ModelInspectionResult result(
      boolean trained, String shadow, Evidence harm, @Nullable NoScore noScore) {
    return new ModelInspectionResult(
        1,
        "n",
        Map.of(),
        new InspectedModel(
            "run-1/fcn/1/s1/clean", use("fcn", "FCN"), trained, "", 0, true, .05, Map.of()),
        new InspectedData("d", "f", "", Material.DRAWN, 40, 64, 80, 40, Map.of()),
        List.of(new ShadowUsed(use(shadow, shadow), 1, List.of(), "", "", .061)),
        1,
        List.of(),
        List.of(),
        List.of(new AxisFound(Axis.HARM_WITHOUT_TRIGGER, harm, null, null, 0, null, null, null)),
        List.of(),
        List.of(),
        noScore == null ? ModelVerdict.INCONCLUSIVE : ModelVerdict.NO_SCORE,
        null,
        noScore,
        null,
        null);
  }

  private static String said(ModelInspectionResult result, String lead) {
    return InnocentExplanations.of(result).stream()
        .filter(statement -> statement.lead().equals(lead))
        .map(Statement::words)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesEveryExplanationOnceAndThoseThatWereTestedFirst() {
    List<Statement> all = InnocentExplanations.of(result(true, "fcn", Evidence.AGAINST, null));
    assertThat(all)
        .extracting(Statement::lead)
        .containsExactlyInAnyOrder(
            "Spoilt training pairs.",
            "Another size.",
            "Faint ink.",
            "Overfitting.",
            "Another architecture.",
            "Another artist.");
    List<Boolean> tested = all.stream().map(s -> s.words().startsWith("Tested")).toList();
    assertThat(tested).containsExactly(true, true, true, true, true, false);
  }

  @Test
  void saysWhatWasNotTested() {
    ModelInspectionResult unknown = result(false, "cgan", Evidence.NOT_LOOKED_AT, null);
    assertThat(said(unknown, "Another architecture.")).contains("is not known", "cgan");
    assertThat(said(unknown, "Spoilt training pairs.")).startsWith("Not tested");
    assertThat(said(result(true, "cgan", Evidence.FOR, null), "Another architecture."))
        .startsWith("Not tested: it was trained by “FCN”");
    assertThat(said(result(true, "fcn", Evidence.FOR, null), "Spoilt training pairs."))
        .contains("which spoilt pairs explain");
    assertThat(said(result(true, "fcn", Evidence.UNDECIDED, null), "Overfitting."))
        .contains("0.050", "0.061");
    ModelInspectionResult other =
        result(true, "fcn", Evidence.NOT_LOOKED_AT, new NoScore(NoScore.Reason.OTHER_SIZE, null));
    assertThat(said(other, "Another size.")).contains("another size than the photos");
    assertThat(said(other, "Faint ink.")).startsWith("Not tested");
  }

  @Test
  void tellsHowOftenAModelWasLookedAt() {
    assertThat(ModelInspectionWords.repeats(0)).contains("had not looked at this model before");
    assertThat(ModelInspectionWords.repeats(2)).contains("2 times before", "false alarm");
  }
}
