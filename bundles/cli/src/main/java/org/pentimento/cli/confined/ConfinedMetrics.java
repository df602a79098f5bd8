package org.pentimento.cli.confined;

import java.nio.file.Path;
import java.util.List;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.metric.Metric;
import org.pentimento.platform.ConfinedProduct;
import org.pentimento.protocol.catalogue.Confined;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.catalogue.InstalledExtension.MetricFacts;
import org.pentimento.registry.CodeOrigin;
import org.pentimento.registry.Extensions;

/** Puts metrics that work in locked-in processes among the extensions of this process. */
public final class ConfinedMetrics {
  private ConfinedMetrics() {}

  /** Whether all of a bundle's extensions can work in a locked-in process. */
  public static boolean suits(List<InstalledExtension> extensions) {
    return !extensions.isEmpty()
        && extensions.stream().allMatch(e -> e.kind() == Kind.METRIC && e.metric() != null);
  }

  /**
   * Adds those that are known; starts no process yet.
   *
   * @param known of the files among the extensions
   * @param cage of this system
   */
  public static void add(Extensions extensions, ExtensionCatalogue known, ConfinedProduct cage) {
    List<Path> libraries =
        known.dropIns().stream()
            .filter(d -> d.fate() == Fate.LIBRARY)
            .map(d -> Path.of(d.file()))
            .toList();
    for (DropIn file : known.dropIns()) {
      if (file.fate().isLoaded() && file.confined() == Confined.ALWAYS) {
        MetricProcess process = new MetricProcess(cage, Path.of(file.file()), libraries);
        CodeOrigin origin =
            CodeOrigin.confined(
                file.bundle(),
                file.version(),
                file.vendor(),
                file.sha256(),
                cage.confinement().description());
        for (InstalledExtension one : known.extensions()) {
          MetricFacts facts = one.metric();
          if (facts != null && one.file().equals(file.fileName())) {
            Metric metric = ConfinedMetric.of(one, facts, process);
            extensions.addConfined(one.kind(), metric, one.descriptor(), origin);
          }
        }
      }
    }
  }
}
