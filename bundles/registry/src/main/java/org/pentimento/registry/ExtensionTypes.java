package org.pentimento.registry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.trigger.Trigger;

/** The interfaces under which a component offers an extension. */
public final class ExtensionTypes {
  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(DatasetFormat.class.getName(), Kind.DATASET_FORMAT);
    KINDS.put(Trigger.class.getName(), Kind.TRIGGER);
    KINDS.put(PoisoningStrategy.class.getName(), Kind.POISONING_STRATEGY);
    KINDS.put(Generator.class.getName(), Kind.GENERATOR);
    KINDS.put(ModelFormat.class.getName(), Kind.MODEL_FORMAT);
    KINDS.put(PairMetric.class.getName(), Kind.METRIC);
    KINDS.put(SetMetric.class.getName(), Kind.METRIC);
    KINDS.put(DatasetDetector.class.getName(), Kind.DATASET_DETECTOR);
    KINDS.put(ModelDetector.class.getName(), Kind.MODEL_DETECTOR);
  }

  private ExtensionTypes() {}

  /** The kind that an interface of some name stands for. */
  public static Optional<Kind> kind(String type) {
    return Optional.ofNullable(KINDS.get(type));
  }

  /** All of them, by the names of the interfaces. */
  public static Map<String, Kind> all() {
    return Collections.unmodifiableMap(KINDS);
  }
}
