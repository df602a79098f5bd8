package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inspects a model of a case once, and is refused what cannot be. */
class InspectModelCommandTest {
  private static final String MODEL = "run-1/fcn/1/s1/poisoned";

  private final AuditedCase audited = AuditedCase.once();
  private final Product product = audited.product();

  private Ended inspect(int status, Object... rest) throws Exception {
    List<Object> line = new ArrayList<>(List.of("inspect", "model", audited.folder()));
    line.addAll(List.of(rest));
    return product.run(line.toArray()).with(status);
  }

  /** So few pairs and so little training decide nothing; that much has to be said. */
  @Test
  void saysWhatItMeasuredAndWhatItDidNotLookAt() throws Exception {
    JsonNode found = inspect(0, MODEL, "--data", "faces", "--json").json();
    assertThat(found.path("verdict").asText()).isIn("inconclusive", "no-score", "hidden-mode");
    assertThat(found.path("axes").path("trigger").path("evidence").asText())
        .isEqualTo("not-looked-at");
    assertThat(found.path("axes").path("secondMode").has("leastP")).isTrue();
    assertThat(found.path("detectors"))
        .hasSizeGreaterThanOrEqualTo(3)
        .anySatisfy(d -> assertThat(d.path("problem").asText()).contains("trusted pairs"));
    assertThat(found.path("power").isNull()).isTrue();
    assertThat(found.path("notLookedAt")).isNotEmpty();
    product.run("verify", audited.folder()).with(0);
    assertThat(inspect(0, MODEL, "--data", "faces").out())
        .contains("Inspection of model", "Answers", "Not looked at", "Blind to")
        .doesNotContainIgnoringCase("safe");
  }

  @Test
  void whatIsNotThereIsBadInput() throws Exception {
    assertThat(inspect(3, "run-9/x", "--data", "faces").err())
        .contains("has no model 'run-9/x'", MODEL);
    assertThat(inspect(3, MODEL, "--data", "gone").err()).contains("no data set 'gone'");
    assertThat(inspect(3, MODEL, "--data", "faces", "--detector", "crystal-ball").err())
        .contains("no model-detector 'crystal-ball'");
    assertThat(inspect(2, MODEL, "--data", "faces", "--shadows", "0").err()).contains("--shadows");
    assertThat(inspect(2, MODEL).err()).contains("--data");
  }
}
