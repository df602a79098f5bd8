package org.pentimento.workbench.run.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;

class RunColumnTest {
  private static final TestedModel MODEL = new TestedModel("", "", 1, List.of(), null, "");

  private static Comparison comparison(double amplitude, long seed, double mean) {
    return new Comparison(
        "fcn/1/s" + seed,
        new Audited.Trained(use("fcn", "FCN", Map.of("width", 16)), seed),
        Map.of(Subject.CLEAN, MODEL, Subject.POISONED, MODEL),
        new Comparison.Attack(
            use("sinusoidal", "Sinusoidal", Map.of("amplitude", amplitude, "frequency", 6)),
            use("light", "Light strokes", Map.of()),
            .1,
            List.of(),
            Map.of(),
            ""),
        null,
        null,
        List.of(new SuccessPoint(0, mean, mean - .1, mean + .1, .1)),
        List.of(),
        List.of(
            fsim(Subject.CLEAN, PhotoKind.CLEAN, .9),
            fsim(Subject.POISONED, PhotoKind.TRIGGERED, mean)),
        List.of(),
        "",
        null);
  }

  private static Summary fsim(Subject subject, PhotoKind photo, double mean) {
    return new Summary(
        "fsim", "fsim", subject, photo, ReferenceSketch.TRUTH, 9, 0, mean, mean - .1, mean + .1);
  }

  private static ExtensionUse use(String id, String name, Map<String, Object> settings) {
    return new ExtensionUse(id, name, "1.0.0", "", settings);
  }

  private static RunResult run(Comparison... comparisons) {
    return new RunResult(
        RunResult.SCHEMA,
        "plan",
        "",
        Map.of(),
        new RunResult.DataUsed("faces", "faces", "", List.of(), List.of(), 64, 64, Map.of()),
        List.of(use("fsim", "FSIM", Map.of())),
        List.of(comparisons),
        List.of());
  }

  private static RunColumn column(List<RunColumn> columns, String id) {
    return columns.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void tellsComparisonsApartByTheSettingsInWhichTheyDiffer() {
    Comparison weak = comparison(.1, 1, .3);
    Comparison strong = comparison(.2, 1, .8);
    List<RunColumn> columns = RunColumn.of(run(weak, strong));
    assertThat(column(columns, "trigger").text().apply(weak))
        .isEqualTo("Sinusoidal, amplitude 0.1");
    assertThat(column(columns, "trigger").text().apply(strong))
        .isEqualTo("Sinusoidal, amplitude 0.2");
    assertThat(column(columns, "generator").text().apply(weak)).isEqualTo("FCN");
  }

  @Test
  void ordersByNumbersAndNotByTheirSpelling() {
    List<Comparison> rows =
        new ArrayList<>(
            List.of(comparison(.1, 10, .3), comparison(.1, 9, .8), comparison(.1, 2, .05)));
    List<RunColumn> columns = RunColumn.of(run(rows.toArray(Comparison[]::new)));
    rows.sort(column(columns, "seed").order());
    assertThat(rows.stream().map(c -> column(columns, "seed").text().apply(c)))
        .containsExactly("2", "9", "10");
    rows.sort(column(columns, "success").order());
    assertThat(rows.stream().map(c -> column(columns, "success").text().apply(c)))
        .containsExactly("5 %", "30 %", "80 %");
  }

  @Test
  void hasAColumnForEachMeanAndShowsThatOfTheHarmAtFirst() {
    Comparison one = comparison(.1, 1, .3);
    List<RunColumn> columns = RunColumn.of(run(one));
    RunColumn harm = column(columns, "mean fsim poisoned, trigger");
    assertThat(harm.usual()).isTrue();
    assertThat(harm.title()).isEqualTo("FSIM, poisoned, trigger");
    assertThat(harm.text().apply(one)).isEqualTo("0.300");
    assertThat(harm.detail().apply(one))
        .isEqualTo("95 % interval from 0.200 to 0.400, over 9 images");
    assertThat(column(columns, "mean fsim clean").usual()).isFalse();
  }
}
