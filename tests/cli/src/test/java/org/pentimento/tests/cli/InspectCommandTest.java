package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inspects a data set of a case once, and is refused what cannot be. */
class InspectCommandTest {
  private final AuditedCase audited = AuditedCase.once();
  private final Product product = audited.product();

  private Ended inspect(int status, Object... rest) throws Exception {
    Object[] line = new Object[3 + rest.length];
    line[0] = "inspect";
    line[1] = "dataset";
    line[2] = audited.folder();
    System.arraycopy(rest, 0, line, 3, rest.length);
    return product.run(line).with(status);
  }

  @Test
  void tooFewPairsAreNoScoreAndThatIsSaid() throws Exception {
    JsonNode found = inspect(0, "faces", "--clean", "kept", "--json").json();
    assertThat(found.path("verdict").asText()).isEqualTo("no-score");
    assertThat(found.path("threshold").isNull()).isTrue();
    assertThat(found.path("pattern").isNull()).isTrue();
    assertThat(found.path("pairs"))
        .hasSize(DrawnFaces.PAIRS)
        .allSatisfy(
            pair -> {
              assertThat(pair.path("flagged").asBoolean()).isFalse();
              assertThat(pair.path("id").asText()).contains("face-");
            });
    assertThat(found.path("falseAlarms").path("requested").asDouble()).isEqualTo(.01);
    assertThat(found.path("falseAlarms").path("measured").isNull()).isTrue();
    assertThat(found.path("set").path("expectedFalse").asDouble()).isEqualTo(.08);
    assertThat(found.path("power").isNull()).isTrue();
    assertThat(found.path("noPower").asText()).contains("self-test");
    assertThat(found.path("detectors"))
        .isNotEmpty()
        .anySatisfy(d -> assertThat(d.path("looksAt").asText()).isEqualTo("sketches"))
        .filteredOn(d -> !d.path("looksAt").asText().equals("quality"))
        .allSatisfy(d -> assertThat(d.path("problem").asText()).contains("pairs"));
    assertThat(found.path("cleaned").isNull()).as("nothing was flagged").isTrue();
    product.run("verify", audited.folder()).with(0);
    assertThat(inspect(0, "faces").out())
        .contains("Nothing can be said", "Not looked at", "Blind to", "is worth");
  }

  @Test
  void whatIsNotThereIsBadInput() throws Exception {
    Ended unknown = inspect(3, "gone");
    assertThat(unknown.out()).isEmpty();
    assertThat(unknown.err()).contains("no data set 'gone'", "faces");
    assertThat(inspect(3, "faces", "--detector", "crystal-ball").err())
        .contains("no dataset-detector 'crystal-ball'", "There are: ");
    assertThat(inspect(3, "faces", "--clean", "faces").err())
        .contains("already has a data set 'faces'");
    assertThat(inspect(3, "faces", "--trusted", "faces").err()).contains("cannot vouch for itself");
    for (String given : List.of("2", "0", "NaN", "abc")) {
      assertThat(inspect(2, "faces", "--false-alarms", given).err())
          .contains("'" + given + "' cannot be used", "above 0 and up to 0.5");
    }
    assertThat(inspect(3, audited.faces()).err())
        .contains("no data set of the case", "pentimento import");
    assertThat(product.run("inspect", "dataset", Path.of("gone.case"), "faces").with(3).err())
        .contains("There is no case");
    assertThat(product.run("inspect").with(2).err()).contains("inspect dataset CASE DATASET");
  }
}
