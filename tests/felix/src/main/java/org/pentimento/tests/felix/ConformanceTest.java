package org.pentimento.tests.felix;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectService;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.registry.Extensions;
import org.pentimento.testing.Conformance;
import org.pentimento.testing.Outcome;

/**
 * What is asked of everybody's extensions is asked of ours, without the guard that mends or names
 * what they do wrong. Generators, detectors and formats of models have long tests of their own.
 */
class ConformanceTest {
  @InjectService(timeout = 10_000)
  Extensions extensions;

  private static boolean isQuick(Object service) {
    return service instanceof Trigger
        || service instanceof PoisoningStrategy
        || service instanceof Metric
        || service instanceof DatasetFormat;
  }

  @TestFactory
  List<DynamicContainer> builtInExtensionsConform() throws InvalidSyntaxException {
    assertThat(extensions.installed()).isNotEmpty(); // they are there by now
    BundleContext context = FrameworkUtil.getBundle(ConformanceTest.class).getBundleContext();
    List<DynamicContainer> all = new ArrayList<>();
    for (ServiceReference<?> reference :
        context.getAllServiceReferences(null, "(component.name=org.pentimento.*)")) {
      Object service = context.getService(reference);
      if (isQuick(service)) {
        Extension extension = (Extension) service;
        all.add(
            DynamicContainer.dynamicContainer(
                extension.descriptor().id(),
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
    assertThat(all).hasSizeGreaterThan(20);
    return all;
  }
}
