package org.pentimento.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.registry.Extensions.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the services of all bundles for extensions. Each is made and asked for its descriptor in
 * a thread of its own, so that one that hangs holds nobody up for long.
 */
final class ExtensionWatch implements ServiceTrackerCustomizer<Extension, Runnable> {
  private static final Logger LOG = LoggerFactory.getLogger(ExtensionWatch.class);
  private static final long PATIENCE_SECONDS = 10;

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

  private final BundleContext context;
  private final Extensions extensions;
  private final ServiceTracker<Extension, Runnable> tracker;

  private record Made(Extension extension, Descriptor descriptor) {}

  ExtensionWatch(BundleContext context, Extensions extensions) {
    this.context = context;
    this.extensions = extensions;
    this.tracker = new ServiceTracker<>(context, anyKind(), this);
  }

  private static Filter anyKind() {
    String types =
        KINDS.keySet().stream()
            .map(type -> "(" + Constants.OBJECTCLASS + "=" + type + ")")
            .collect(Collectors.joining());
    try {
      return FrameworkUtil.createFilter("(|" + types + ")");
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("names of classes make a filter", e);
    }
  }

  void open() {
    tracker.open();
  }

  void close() {
    tracker.close();
  }

  private static Kind kind(ServiceReference<Extension> reference) {
    for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
      Kind kind = KINDS.get(type);
      if (kind != null) {
        return kind;
      }
    }
    throw new IllegalStateException("the tracker looks for these types alone: " + reference);
  }

  /** Gives what undoes it. */
  @Override
  public Runnable addingService(ServiceReference<Extension> reference) {
    Kind kind = kind(reference);
    String bundle = reference.getBundle().getSymbolicName();
    Object component = reference.getProperty("component.name");
    String name = component == null ? bundle : bundle + " (" + component + ")";
    CompletableFuture<@Nullable Made> making = new CompletableFuture<>();
    Thread maker =
        new Thread(
            () -> {
              try {
                Extension extension = context.getService(reference);
                making.complete(
                    extension == null ? null : new Made(extension, extension.descriptor()));
              } catch (RuntimeException | Error e) {
                making.completeExceptionally(e);
              }
            },
            "extension of " + name);
    maker.setDaemon(true);
    maker.start();
    try {
      Made made = making.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (made != null) {
        return extensions.add(
            kind,
            made.extension(),
            made.descriptor(),
            CodeOrigin.of(reference.getBundle(), context.getProperty("pentimento.home")));
      }
      return extensions.setAside(kind, name, "it cannot be made; details are in the log");
    } catch (TimeoutException e) {
      return extensions.setAside(
          kind, name, "it did not describe itself within " + PATIENCE_SECONDS + " seconds");
    } catch (ExecutionException e) {
      LOG.error("An extension of {} cannot describe itself", name, e);
      return extensions.setAside(kind, name, "it cannot describe itself: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return extensions.setAside(kind, name, "the product was being stopped");
    }
  }

  @Override
  public void modifiedService(ServiceReference<Extension> reference, Runnable undo) {
    // what it says of itself stands in its descriptor alone
  }

  @Override
  public void removedService(ServiceReference<Extension> reference, Runnable undo) {
    undo.run();
    context.ungetService(reference);
  }

  /** Bundles that the framework cannot use, say because they want an API that is not there. */
  List<SetAside> unusableBundles() {
    List<SetAside> unusable = new ArrayList<>();
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getState() == Bundle.INSTALLED) {
        unusable.add(
            new SetAside(
                "bundle", bundle.getSymbolicName() + " (" + file(bundle) + ")", reason(bundle)));
      }
    }
    return unusable;
  }

  private static String file(Bundle bundle) {
    String location = bundle.getLocation();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static String reason(Bundle bundle) {
    try {
      bundle.start();
      return "it was not started";
    } catch (BundleException e) {
      return "it cannot be started: " + e.getMessage();
    }
  }
}
