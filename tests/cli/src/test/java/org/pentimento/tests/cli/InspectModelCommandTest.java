package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inspects a model of a case once, and is refused what cannot be inspected. */
class InspectModelCommandTest {
  private static final String MODEL = "run-1/fcn/1/s1/poisoned";

  private final AuditedCase audited = AuditedCase.once();
  private final Product product = audited.product();

  private Ended inspect(int status, Object... rest) throws Exception {
    List<Object> line = new ArrayList<>(List.of("inspect", "model", audited.folder()));
    line.addAll(List.of(rest));
    return product.run(line.toArray()).with(status);
  }

  /** The model has seen one step of training: it draws black, and nothing can be said of it. */
  @Test
  void aModelThatDrawsNothingIsNoScoreAndThatIsSaid() throws Exception {
    JsonNode found = inspect(0, MODEL, "--data", "faces", "--json").json();
    assertThat(found.path("verdict").asText()).isEqualTo("no-score");
    assertThat(found.path("score").isNull()).isTrue();
    assertThat(found.path("problem").asText()).contains("almost black");
    assertThat(found.path("axes"))
        .hasSize(3)
        .allSatisfy(axis -> assertThat(axis.path("evidence").asText()).isEqualTo("not-looked-at"));
    assertThat(found.path("detectors")).hasSizeGreaterThanOrEqualTo(3);
    assertThat(found.path("power").isNull()).isTrue();
    product.run("verify", audited.folder()).with(0);
    assertThat(inspect(0, MODEL, "--data", "faces").out())
        .contains("Nothing can be said about this model", "Not looked at")
        .doesNotContainIgnoringCase("safe");
  }

  @Test
  void whatIsNotThereIsBadInput() throws Exception {
    assertThat(inspect(3, "run-9/x", "--data", "faces").err())
        .contains("has no model 'run-9/x'", MODEL);
    assertThat(inspect(3, MODEL, "--data", "gone").err()).contains("no data set 'gone'");
    assertThat(inspect(3, MODEL, "--data", "faces", "--trained-on", "gone").err())
        .contains("no data set 'gone'");
    assertThat(inspect(3, MODEL, "--data", "faces", "--detector", "crystal-ball").err())
        .contains("no model-detector 'crystal-ball'");
    assertThat(inspect(2, MODEL, "--data", "faces", "--shadows", "0").err()).contains("--shadows");
    assertThat(inspect(2, MODEL).err()).contains("--data");
  }
}
