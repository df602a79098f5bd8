package org.pentimento.testing;

import java.util.List;
import java.util.Map;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.trigger.Trigger;

/** The checks of whatever an extension is. */
public final class Conformance {
  private Conformance() {}

  /**
   * The checks of an extension with its defaults.
   *
   * @throws IllegalArgumentException if it is of no kind
   */
  public static List<Check> of(Extension extension) {
    if (extension instanceof Trigger trigger) {
      return TriggerChecks.of(trigger, Map.of());
    } else if (extension instanceof PoisoningStrategy strategy) {
      return PoisoningChecks.of(strategy, Map.of());
    } else if (extension instanceof Generator generator) {
      return GeneratorChecks.of(generator, Map.of());
    } else if (extension instanceof PairMetric metric) {
      return PairMetricChecks.of(metric, Map.of(), false);
    } else if (extension instanceof SetMetric metric) {
      return SetMetricChecks.of(metric, Map.of());
    } else if (extension instanceof DatasetDetector detector) {
      return DatasetDetectorChecks.of(detector, Map.of());
    } else if (extension instanceof DatasetFormat format) {
      return DatasetFormatChecks.of(format, Map.of(), null);
    } else if (extension instanceof ModelFormat format) {
      return ModelFormatChecks.of(format);
    } else if (extension instanceof ModelDetector detector) {
      return ModelDetectorChecks.of(detector, Map.of());
    }
    throw new IllegalArgumentException(extension.getClass().getName() + " is of no kind");
  }
}
