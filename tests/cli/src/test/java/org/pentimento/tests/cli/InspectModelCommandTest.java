package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Is refused what cannot be inspected. */
class InspectModelCommandTest {
  private static final String MODEL = "run-1/fcn/1/s1/poisoned";

  private final AuditedCase audited = AuditedCase.once();
  private final Product product = audited.product();

  private Ended inspect(int status, Object... rest) throws Exception {
    List<Object> line = new ArrayList<>(List.of("inspect", "model", audited.folder()));
    line.addAll(List.of(rest));
    return product.run(line.toArray()).with(status);
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
