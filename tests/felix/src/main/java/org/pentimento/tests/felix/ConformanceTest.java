package org.pentimento.tests.felix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.osgi.test.common.annotation.InjectService;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.registry.Extensions;
import org.pentimento.testing.Conformance;
import org.pentimento.testing.Outcome;

/**
 * What is asked of everybody's extensions is asked of ours, too. Generators and detectors of models
 * have long tests of their own.
 */
class ConformanceTest {
  private static final Set<Kind> SLOW =
      Set.of(Kind.GENERATOR, Kind.DATASET_DETECTOR, Kind.MODEL_DETECTOR);

  @InjectService(timeout = 10_000)
  Extensions extensions;

  @TestFactory
  List<DynamicContainer> builtInExtensionsConform() throws BadInputException {
    List<DynamicContainer> all = new ArrayList<>();
    for (Extensions.Installed one : extensions.installed()) {
      if (!SLOW.contains(one.kind())) {
        Extension extension = extensions.get(one.kind(), Extension.class, one.descriptor().id());
        all.add(
            DynamicContainer.dynamicContainer(
                one.kind().word() + " " + one.descriptor().id(),
                Conformance.of(extension).stream()
                    .map(
                        check ->
                            DynamicTest.dynamicTest(
                                check.name(),
                                () -> {
                                  Outcome outcome = Outcome.of(check, Duration.ofMinutes(1));
                                  assertThat(outcome.verdict())
                                      .as(outcome.detail())
                                      .isNotEqualTo(Outcome.Verdict.FAILED);
                                }))));
      }
    }
    return all;
  }
}
