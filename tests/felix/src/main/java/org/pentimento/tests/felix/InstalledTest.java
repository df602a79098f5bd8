package org.pentimento.tests.felix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.test.common.annotation.InjectService;
import org.pentimento.registry.Extensions;

/** Everything that the headless feature names is there and wired. */
class InstalledTest {
  private static final Map<String, List<String>> EXPECTED =
      Map.of(
          "dataset-format",
          List.of("cufs", "cufsf", "faces", "folders-csv", "side-by-side", "two-folders"),
          "trigger",
          List.of(
              "blended", "frequency", "glasses", "patch", "reflection", "sinusoidal", "warping"),
          "poisoning-strategy",
          List.of(
              "another-person",
              "blank-sketch",
              "clean-label",
              "faded-ink",
              "light-strokes",
              "missing-part"),
          "dataset-detector",
          List.of("honest-oddities", "shared-pattern", "sketch-from-photo"),
          "model-detector",
          List.of("harm-without-trigger", "second-mode", "shown-trigger", "trigger-battery"),
          "generator",
          List.of("cgan", "fcn", "mdal"),
          "model-format",
          List.of("dl4j", "keras", "onnx", "program", "safetensors"),
          "metric",
          List.of(
              "fsim",
              "fsimc",
              "gmsd",
              "ink",
              "ms-ssim",
              "psnr",
              "retrieval",
              "scoot",
              "ssim",
              "vifp"));

  @InjectService(timeout = 10_000)
  Extensions extensions;

  @Test
  void everyBuiltInExtensionIsThere() {
    Map<String, List<String>> found =
        extensions.installed().stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.kind().word(),
                    TreeMap::new,
                    Collectors.mapping(e -> e.descriptor().id(), Collectors.toList())));
    assertThat(found).containsExactlyInAnyOrderEntriesOf(EXPECTED);
    assertThat(extensions.setAside()).isEmpty();
  }

  @Test
  void everyExtensionCitesItsSource() {
    assertThat(extensions.installed())
        .allSatisfy(
            e -> assertThat(e.descriptor().citation()).as(e.descriptor().id()).isNotBlank());
  }

  @Test
  void everyBundleIsActive() {
    for (Bundle bundle : context().getBundles()) {
      boolean fragment = bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
      assertThat(bundle.getState())
          .as(bundle.getSymbolicName())
          .isIn(fragment ? List.of(Bundle.RESOLVED) : List.of(Bundle.ACTIVE, Bundle.STARTING));
    }
  }

  @Test
  void theHeadlessFaceIsOffered() throws InvalidSyntaxException {
    assertThat(
            context()
                .getServiceReferences(
                    "java.util.function.ToIntFunction", "(pentimento.face=headless)"))
        .hasSize(1);
  }

  private static BundleContext context() {
    return FrameworkUtil.getBundle(InstalledTest.class).getBundleContext();
  }
}
