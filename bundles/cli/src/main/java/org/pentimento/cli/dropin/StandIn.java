package org.pentimento.cli.dropin;

import java.lang.reflect.Proxy;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.protocol.catalogue.InstalledExtension;

/**
 * Stands for an extension whose code is not loaded here, so that a plan can be checked: it knows
 * what the extension said of itself, and nothing else can be asked of it.
 */
final class StandIn {
  private StandIn() {}

  static Extension of(InstalledExtension one) {
    Class<? extends Extension> type = type(one.kind());
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "descriptor" -> one.descriptor();
                  case "makesItsPairs" -> one.makesItsPairs();
                  case "panelPlace" -> Metric.PanelPlace.GUEST;
                  case "toString" -> one.kind().word() + " " + one.id();
                  case "hashCode" -> System.identityHashCode(one);
                  case "equals" -> arguments != null && proxy == arguments[0];
                  default ->
                      throw new IllegalStateException(
                          one.id() + " is not loaded here, so it cannot do " + method.getName());
                }));
  }

  private static Class<? extends Extension> type(Kind kind) {
    return switch (kind) {
      case DATASET_FORMAT -> DatasetFormat.class;
      case TRIGGER -> Trigger.class;
      case POISONING_STRATEGY -> PoisoningStrategy.class;
      case GENERATOR -> Generator.class;
      case MODEL_FORMAT -> ModelFormat.class;
      case METRIC -> Metric.class;
      case DATASET_DETECTOR -> DatasetDetector.class;
      case MODEL_DETECTOR -> ModelDetector.class;
    };
  }
}
