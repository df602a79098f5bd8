package org.pentimento.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.fixtures.FakeExtensions;

/** A change in a form changes its own words in the text and nothing else. */
class PlanTextTest {
  private static final String PLAN =
      """
      # what it is about 😀
      pentimento: 1
      name: first look
      data: {dataset: faces, count: 120, split: {train: 80, test: 40}, size: [64, 48]} # small
      generators:
        - {id: fcn, width: 16}   # narrow
        # the other one
        - fcn
      attacks:
        - trigger: {id: sinusoidal, amplitude: 0.2}
          strategy:
            id: light-strokes
            threshold: 170
          # few
          rate: 0.10
      metrics: [ssim]
      threads: 2
      """;

  private static PlanText plan() {
    return PlanText.of(PLAN);
  }

  private static String changed(String from, String to) {
    assertThat(PLAN).contains(from);
    return PLAN.replace(from, to);
  }

  @Test
  void findsValuesByTheirPaths() {
    PlanText plan = plan();
    assertThat(plan.value("attacks[0].trigger.amplitude")).isEqualTo("0.2");
    assertThat(plan.value("data.size[1]")).isEqualTo("48");
    assertThat(plan.id("generators[0]")).isEqualTo("fcn");
    assertThat(plan.id("generators[1]")).isEqualTo("fcn");
    assertThat(plan.size("generators")).isEqualTo(2);
    assertThat(plan.keys("attacks[0]")).containsExactly("trigger", "strategy", "rate");
    assertThat(plan.line("attacks[0].strategy.threshold")).isEqualTo(13);
    assertThat(plan.line("attacks[0].nothing.here")).isEqualTo(10);
    assertThat(plan.pathAt(PLAN.indexOf("170"))).isEqualTo("attacks[0].strategy.threshold");
  }

  @Test
  void theRunBearsTheNameOfThePlan() {
    assertThat(PlanText.of("pentimento: 1\nname: first look\n").runName()).isEqualTo("first look");
    assertThat(PlanText.of("pentimento: 1\n").runName()).isEqualTo("audit");
  }

  @Test
  void changesAValueInItsPlace() throws PlanException {
    assertThat(plan().with("attacks[0].trigger.amplitude", 0.35).text())
        .isEqualTo(changed("amplitude: 0.2", "amplitude: 0.35"));
    assertThat(plan().with("attacks[0].strategy.threshold", 90).text())
        .isEqualTo(changed("threshold: 170", "threshold: 90"));
    assertThat(plan().with("name", "a: b").text()).isEqualTo(changed("first look", "\"a: b\""));
    assertThat(plan().with("attacks[0].strategy", Map.of("id", "blank")).text())
        .isEqualTo(changed("id: light-strokes\n      threshold: 170", "{id: blank}"));
  }

  @Test
  void addsWhatIsMissing() throws PlanException {
    assertThat(plan().with("generators[0].epochs", 5).text())
        .isEqualTo(changed("width: 16}", "width: 16, epochs: 5}"));
    assertThat(plan().with("generators[1].epochs", 5).text())
        .isEqualTo(changed("- fcn", "- {id: fcn, epochs: 5}"));
    assertThat(plan().with("attacks[0].strategy.ink", "x y").text())
        .isEqualTo(changed("threshold: 170\n", "threshold: 170\n      ink: x y\n"));
    assertThat(plan().with("attacks[0].seed", 3).text())
        .isEqualTo(changed("rate: 0.10\n", "rate: 0.10\n    seed: 3\n"));
    assertThat(plan().with("device", "cpu").text()).isEqualTo(PLAN + "device: cpu\n");
  }

  @Test
  void insertsRemovesAndSwapsItems() throws PlanException {
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("id", "cgan");
    use.put("width", 24);
    assertThat(plan().inserted("generators", 2, use).text())
        .isEqualTo(changed("- fcn\n", "- fcn\n  - {id: cgan, width: 24}\n"));
    assertThat(plan().inserted("metrics", 0, "fsim").text())
        .isEqualTo(changed("[ssim]", "[fsim, ssim]"));
    assertThat(plan().inserted("metrics", 1, "fsim").text())
        .isEqualTo(changed("[ssim]", "[ssim, fsim]"));
    assertThat(plan().inserted("detectors", 0, Map.of("id", "strip")).text())
        .isEqualTo(PLAN + "detectors:\n  - {id: strip}\n");
    assertThat(plan().without("generators[1]").text()).isEqualTo(changed("  - fcn\n", ""));
    assertThat(plan().without("metrics[0]").text()).isEqualTo(changed("[ssim]", "[]"));
    assertThat(plan().without("data.count").text()).isEqualTo(changed("count: 120, ", ""));
    assertThat(plan().without("attacks[0].rate").text()).isEqualTo(changed("    rate: 0.10\n", ""));
    assertThat(plan().without("attacks[0]").size("attacks")).isZero();
    assertThat(plan().without("attacks[0].trigger").text())
        .isEqualTo(changed("trigger: {id: sinusoidal, amplitude: 0.2}\n    strategy", "strategy"));
    PlanText swapped = plan().swapped("generators", 0, 1);
    assertThat(swapped.text()).contains("  - fcn   # narrow", "  - {id: fcn, width: 16}\n");
  }

  @Test
  void fillsAnEmptiedListAgain() throws PlanException {
    PlanText empty = plan().without("attacks[0]");
    assertThat(empty.text()).contains("attacks: []\n");
    PlanText again = empty.inserted("attacks", 0, Map.of("rate", 0.1));
    assertThat(again.text()).contains("attacks:\n  - {rate: 0.1}\n");
    assertThat(PlanText.of("attacks:\n").inserted("attacks", 0, Map.of("rate", 1)).text())
        .isEqualTo("attacks:\n  - {rate: 1}\n");
  }

  @Test
  void keepsWindowsLineEnds() throws PlanException {
    PlanText plan = PlanText.of("name: x\r\ngenerators:\r\n  - fcn\r\n");
    assertThat(plan.inserted("generators", 1, "fcn").with("device", "cpu").text())
        .isEqualTo("name: x\r\ngenerators:\r\n  - fcn\r\n  - fcn\r\ndevice: cpu\r\n");
  }

  @Test
  void leavesBrokenTextAlone() {
    PlanText broken = PlanText.of("name: [a\ndata: {");
    assertThat(broken.problem()).isPresent();
    assertThat(broken.has("name")).isFalse();
  }

  @Test
  void namesAllThatIsWrong() {
    String bad =
        PLAN.replace("width: 16", "width: wide")
            .replace("id: sinusoidal", "id: gone")
            .replace("threads: 2", "threads: 0");
    assertThat(new PlanReader(FakeExtensions.some()).check("plan", bad))
        .extracting(PlanException::key, PlanException::line)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("generators[0].width", 6),
            org.assertj.core.api.Assertions.tuple("attacks[0].trigger.id", 10),
            org.assertj.core.api.Assertions.tuple("threads", 17));
    assertThat(new PlanReader(FakeExtensions.some()).check("plan", PLAN)).isEmpty();
  }
}
