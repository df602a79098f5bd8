package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.suspect.Axis;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.ShadowUsed;

class ModelInspectionWordsTest {
  private static final ExtensionUse FCN = new ExtensionUse("fcn", "FCN", "1", "", Map.of());

  private static ModelInspectionResult open(
      int shadows, Evidence mode, Evidence harm, Evidence trigger) {
    return new ModelInspectionResult(
        1,
        "n",
        Map.of(),
        new InspectedModel("run-1/fcn/1/s1/clean", FCN, true, "", 0, true, .05, Map.of()),
        new InspectedData("d", "f", "", Material.DRAWN, 40, 64, 80, 40, Map.of()),
        Collections.nCopies(shadows, new ShadowUsed(FCN, 1, List.of(), "", "", .061)),
        1,
        List.of(),
        List.of(),
        List.of(
            axis(Axis.SECOND_MODE, mode),
            axis(Axis.HARM_WITHOUT_TRIGGER, harm),
            axis(Axis.SHOWN_TRIGGER, trigger)),
        List.of(),
        List.of(),
        ModelVerdict.of(mode, harm, trigger),
        null,
        null,
        null,
        null);
  }

  private static AxisFound axis(Axis axis, Evidence evidence) {
    return new AxisFound(axis, evidence, null, null, 0, null, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "3, AGAINST, AGAINST, NOT_LOOKED_AT, Can a trigger be shown?, asks a detector of models",
    "3, AGAINST, AGAINST, UNDECIDED, Can a trigger be shown?, More shadow models",
    "3, UNDECIDED, AGAINST, AGAINST, Is there a second mode?, More shadow models",
    "3, FOR, UNDECIDED, AGAINST, Does it harm untouched photos?, More shadow models",
    "2, NOT_LOOKED_AT, NOT_LOOKED_AT, NOT_LOOKED_AT, Is there a second mode?, At least 3 shadow"
  })
  void whatDecidesNothingNamesTheOpenQuestionAndWhatHelps(
      int shadows, Evidence mode, Evidence harm, Evidence trigger, String question, String help) {
    ModelInspectionResult result = open(shadows, mode, harm, trigger);
    assertThat(result.verdict()).isEqualTo(ModelVerdict.INCONCLUSIVE);
    assertThat(ModelInspectionWords.verdict(result).words()).contains(question);
    assertThat(ModelInspectionWords.meaning(result)).contains(help);
  }

  @Test
  void aModelThatTheCaseTrainedWasNotHandedIn() {
    InspectedModel here = open(3, Evidence.AGAINST, Evidence.AGAINST, Evidence.AGAINST).model();
    InspectedModel other = new InspectedModel("m", FCN, false, "", 0, true, .05, Map.of());
    assertThat(ModelInspectionWords.explanation(here, here.kind()))
        .contains("this case trained itself")
        .doesNotContain("handed in");
    assertThat(ModelInspectionWords.explanation(other, other.kind()))
        .isEqualTo(FindingKind.EVIDENCE.explanation());
  }

  @Test
  void ratesThatResultedKeepTheirDigits() {
    assertThat(NumberWords.rate(10 / 64.)).isEqualTo("15.6 %");
    assertThat(NumberWords.rate(1 / 40.)).isEqualTo("2.5 %");
    assertThat(NumberWords.rate(.1)).isEqualTo("10 %");
    assertThat(NumberWords.percent(-.03)).isEqualTo("−3 %");
  }
}
