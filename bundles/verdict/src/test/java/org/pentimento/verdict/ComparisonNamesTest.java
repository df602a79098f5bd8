package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.ExtensionUse;

class ComparisonNamesTest {
  private static ExtensionUse use(String name, Map<String, Object> settings) {
    return new ExtensionUse(name, name, "1", "", settings);
  }

  private static Comparison comparison(String id, double rate, double amplitude) {
    return new Comparison(
        id,
        new Audited.Trained(use("FCN", Map.of("width", 16)), 1),
        Map.of(),
        new Comparison.Attack(
            use("Sinusoidal", Map.of("amplitude", amplitude)),
            use("Light strokes", Map.of()),
            rate,
            List.of(),
            Map.of(),
            ""),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        null);
  }

  private static List<String> names(Comparison... comparisons) {
    List<Comparison> all = List.of(comparisons);
    ComparisonNames names = ComparisonNames.of(all);
    return all.stream().map(names::of).toList();
  }

  @Test
  void namesTheRatesOfASweep() {
    assertThat(names(comparison("a", .01, .1), comparison("b", .015, .1)))
        .containsExactly(
            "FCN, Sinusoidal, 1 % poisoned, seed 1", "FCN, Sinusoidal, 1.5 % poisoned, seed 1");
  }

  @Test
  void namesTheSettingsThatDifferAndNoOthers() {
    assertThat(names(comparison("a", .1, .1), comparison("b", .1, .2)))
        .containsExactly(
            "FCN, Sinusoidal, amplitude 0.1, seed 1", "FCN, Sinusoidal, amplitude 0.2, seed 1");
    assertThat(names(comparison("a", .1, .1))).containsExactly("FCN, Sinusoidal, seed 1");
  }

  @Test
  void fallsBackOnTheIdWhereNothingElseDiffers() {
    assertThat(names(comparison("fcn/1/s1", .1, .1), comparison("fcn/2/s1", .1, .1)))
        .containsExactly(
            "FCN, Sinusoidal, seed 1 (fcn/1/s1)", "FCN, Sinusoidal, seed 1 (fcn/2/s1)");
  }
}
