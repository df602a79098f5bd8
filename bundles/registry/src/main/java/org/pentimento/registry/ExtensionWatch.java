package org.pentimento.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.registry.Extensions.SetAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the services of all bundles for extensions. Each is made and asked for its descriptor in
 * a thread of its own, all at once, so that those that hang hold nobody up for longer than one.
 */
final class ExtensionWatch implements ServiceTrackerCustomizer<Extension, ExtensionWatch.Question> {
  private static final Logger LOG = LoggerFactory.getLogger(ExtensionWatch.class);
  private static final long PATIENCE_SECONDS = 5;

  private final BundleContext context;
  private final Extensions extensions;
  private final ServiceTracker<Extension, Question> tracker;
  private final Queue<Question> open = new ConcurrentLinkedQueue<>();

  /**
   * An extension.
   *
   * @param broken what its descriptor breaks, as the end of a sentence; empty if nothing
   */
  private record Made(Extension extension, @Nullable Descriptor descriptor, String broken) {
    static Made of(Extension extension) {
      Descriptor descriptor = extension.descriptor();
      Optional<String> broken = DescriptorBounds.broken(descriptor);
      if (broken.isEmpty() && descriptor != null && extension instanceof DatasetFormat format) {
        broken = DescriptorBounds.taken(descriptor, format);
      }
      return new Made(extension, descriptor, broken.orElse(""));
    }
  }

  /** A service that was asked what it is, and what came of it. */
  static final class Question {
    private final Kind kind;
    private final String name;
    private final String location;
    private final CodeOrigin origin;
    private final CompletableFuture<@Nullable Made> answer = new CompletableFuture<>();
    private final long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    private boolean gone;
    private Runnable undo = () -> {};

    Question(Kind kind, String name, String location, CodeOrigin origin) {
      this.origin = origin;
      this.kind = kind;
      this.name = name;
      this.location = location;
    }

    private synchronized void undo() {
      gone = true;
      undo.run();
    }
  }

  ExtensionWatch(BundleContext context, Extensions extensions) {
    this.context = context;
    this.extensions = extensions;
    this.tracker = new ServiceTracker<>(context, anyKind(), this);
  }

  private static Filter anyKind() {
    String types =
        ExtensionTypes.all().keySet().stream()
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
      Kind kind = ExtensionTypes.all().get(type);
      if (kind != null) {
        return kind;
      }
    }
    throw new IllegalStateException("the tracker looks for these types alone: " + reference);
  }

  @Override
  public Question addingService(ServiceReference<Extension> reference) {
    String bundle = reference.getBundle().getSymbolicName();
    Object component = reference.getProperty("component.name");
    Question question =
        new Question(
            kind(reference),
            component == null ? bundle : bundle + " (" + component + ")",
            reference.getBundle().getLocation(),
            CodeOrigin.of(reference.getBundle(), context.getProperty("pentimento.home")));
    Thread maker = new Thread(() -> ask(reference, question), "extension of " + question.name);
    maker.setDaemon(true);
    maker.start();
    open.add(question);
    return question;
  }

  private void ask(ServiceReference<Extension> reference, Question question) {
    try {
      Extension extension = context.getService(reference);
      question.answer.complete(extension == null ? null : Made.of(extension));
    } catch (Throwable e) { // checked ones too, which need not be declared in other languages
      question.answer.completeExceptionally(e);
    }
  }

  /** Waits for all answers that are still open, in the order in which the services came. */
  synchronized void settle() {
    boolean interrupted = false;
    for (Question next = open.peek(); next != null; next = open.peek()) {
      try {
        Runnable undo = decide(next);
        synchronized (next) {
          next.undo = undo;
          if (next.gone) {
            undo.run();
          }
        }
        open.remove();
      } catch (InterruptedException e) {
        interrupted = true; // whoever waits is cancelled, the extension has done nothing wrong
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Runnable decide(Question question) throws InterruptedException {
    try {
      Made made =
          question.answer.get(
              Math.max(0, question.until - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (made == null) {
        return setAside(question, "it cannot be made; details are in the log");
      }
      Descriptor descriptor = made.descriptor();
      return descriptor == null || !made.broken().isEmpty()
          ? setAside(question, made.broken())
          : extensions.add(
              question.kind, made.extension(), descriptor, question.origin, question.name);
    } catch (TimeoutException e) {
      return setAside(
          question, "it did not describe itself within " + PATIENCE_SECONDS + " seconds");
    } catch (ExecutionException e) {
      LOG.error("An extension of {} cannot describe itself", question.name, e);
      return setAside(question, "it cannot describe itself: " + e.getCause());
    }
  }

  private Runnable setAside(Question question, String reason) {
    return extensions.setAside(
        new SetAside(question.kind.word(), question.name, reason, question.location));
  }

  @Override
  public void modifiedService(ServiceReference<Extension> reference, Question question) {
    // what it says of itself stands in its descriptor alone
  }

  @Override
  public void removedService(ServiceReference<Extension> reference, Question question) {
    question.undo();
    context.ungetService(reference);
  }

  /** Bundles that the framework cannot use, say because they want an API that is not there. */
  List<SetAside> unusableBundles() {
    List<SetAside> unusable = new ArrayList<>();
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getState() == Bundle.INSTALLED && !wiring.resolveBundles(List.of(bundle))) {
        unusable.add(
            new SetAside(
                "bundle",
                bundle.getSymbolicName() + " (" + file(bundle) + ")",
                reason(bundle),
                bundle.getLocation()));
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
      return MissingNeed.words(e.getMessage());
    }
  }
}
