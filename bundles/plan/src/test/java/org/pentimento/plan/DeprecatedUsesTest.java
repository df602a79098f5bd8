package org.pentimento.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.extension.Kind;
import org.pentimento.fixtures.FakeDetector;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.registry.Extensions;

class DeprecatedUsesTest {
  private static final String PLAN =
      """
      pentimento: 1
      data: {dataset: faces, split: {train: 80, test: 40}}
      generators: [fcn]
      detectors: [DETECTOR]
      metrics: [ssim]
      seeds: [1]
      """;

  @Test
  void whatIsDeprecatedIsNamedWithWhatToUseInstead() throws Exception {
    Extensions extensions = FakeExtensions.some();
    FakeDetector old = FakeDetector.of("old", LooksAt.SKETCHES);
    extensions.add(
        Kind.DATASET_DETECTOR, old, old.descriptor().deprecated("ink of version 2"), "old");
    FakeExtensions.add(extensions, Kind.DATASET_DETECTOR, FakeDetector.of("ink", LooksAt.SKETCHES));
    assertThat(warnings(extensions, "old"))
        .containsExactly(
            "The "
                + Kind.DATASET_DETECTOR.word()
                + " 'old' is deprecated: use ink of version 2 instead.");
    assertThat(warnings(extensions, "ink")).isEmpty();
  }

  private static List<String> warnings(Extensions extensions, String detector) throws Exception {
    Plan plan = new PlanReader(extensions).read("p", PLAN.replace("DETECTOR", detector), List.of());
    return DeprecatedUses.of(plan, extensions);
  }
}
