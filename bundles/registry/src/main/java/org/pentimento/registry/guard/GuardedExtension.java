package org.pentimento.registry.guard;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;

/**
 * An extension, or an object that one gave, such as its model. It has the interfaces of the API
 * that the object has, and each call goes through the guard: what the object gets is copied, its
 * time is limited, what it gives is checked and copied.
 */
public final class GuardedExtension implements InvocationHandler {
  /** The formats of the product open a model in a process of its own, with a limit of its own. */
  private static final Duration OF_ITS_OWN = Duration.ofDays(1);

  private final Object target;
  private final Kind kind;
  private final Descriptor descriptor;
  private final boolean ours;
  private final Calls calls;
  private final Answers answers;
  private volatile Metric.@Nullable Scale scale;

  private GuardedExtension(
      Object target,
      Kind kind,
      Descriptor descriptor,
      boolean ours,
      Calls calls,
      Metrics.@Nullable Scaled scaled) {
    this.target = target;
    this.kind = kind;
    this.descriptor = descriptor;
    this.ours = ours;
    this.calls = calls;
    this.answers = new Answers(descriptor.id(), this::guarded, scaled);
  }

  /**
   * An extension behind its guard. Detectors have a {@link Guard} of their own that asks them, and
   * are called as they are.
   *
   * @param descriptor what it said of itself
   * @param ours whether it is part of the product
   * @param calls of this process
   */
  public static Extension of(
      Kind kind, Extension extension, Descriptor descriptor, boolean ours, Calls calls) {
    return (Extension)
        new GuardedExtension(extension, kind, descriptor, ours, calls, null).proxy(extension);
  }

  private Object guarded(Object given, Metrics.@Nullable Scaled scaled) {
    return new GuardedExtension(given, kind, descriptor, ours, calls, scaled).proxy(given);
  }

  private Object proxy(Object object) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      collect(type, interfaces);
    }
    return Proxy.newProxyInstance(
        Extension.class.getClassLoader(), interfaces.toArray(Class<?>[]::new), this);
  }

  /** The interfaces of the API among those of a type. */
  private static void collect(Class<?> type, Set<Class<?>> interfaces) {
    for (Class<?> one : type.getInterfaces()) {
      if (one.getClassLoader() == Extension.class.getClassLoader()
          && one.getName().startsWith("org.pentimento.api.")) {
        interfaces.add(one);
      } else {
        collect(one, interfaces);
      }
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args)
      throws Throwable {
    Object[] given = args == null ? new Object[0] : args;
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == given[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "guarded " + descriptor.id();
      };
    }
    if (method.getDeclaringClass() == Extension.class) {
      return descriptor;
    }
    if (kind == Kind.DATASET_DETECTOR || kind == Kind.MODEL_DETECTOR) {
      return called(method, given);
    }
    try {
      return call(method, given);
    } catch (ExtensionFailedException e) {
      boolean declared =
          Arrays.stream(method.getExceptionTypes())
              .anyMatch(type -> type.isAssignableFrom(ExtensionFailedException.class));
      throw declared ? e : new UncheckedIOException(e);
    }
  }

  private @Nullable Object call(Method method, Object[] args) throws Throwable {
    OpenCall open = calls.open(called(method.getName()), limit(method, args), ours);
    Given given = new Given(args, method.getParameterTypes(), open);
    Object answer =
        ended(open, given, method.getExceptionTypes(), () -> called(method, given.copies()));
    try {
      return checked(method, args, answer);
    } catch (UnusableAnswerException e) {
      throw failed(method.getName(), e);
    }
  }

  private @Nullable Object called(Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private Called called(String call) {
    return new Called(kind, descriptor.id(), call);
  }

  private ExtensionFailedException failed(String call, UnusableAnswerException e) {
    return new ExtensionFailedException(called(call), AskedAbout.current(), e.problem());
  }

  private interface Work {
    @Nullable Object run() throws Throwable;
  }

  private @Nullable Object ended(OpenCall open, Given given, Class<?>[] declared, Work work)
      throws Throwable {
    Object answer = null;
    Throwable thrown = null;
    try {
      answer = work.run();
    } catch (Throwable e) { // an extension may throw anything
      thrown = e;
    }
    Optional<ExtensionFailedException> late = calls.end(open);
    if (late.isPresent()) {
      throw late.get();
    }
    if (thrown != null) {
      Throwable told = new Failures(open.called(), ours).of(thrown, given, declared);
      if (thrown instanceof OutOfMemoryError && told instanceof ExtensionFailedException failed) {
        calls.giveUp(failed); // it may hold the memory
      }
      throw told;
    }
    return answer;
  }

  /** Decodes an image of a data set that the extension opened. */
  Image decoded(ImageSource source) throws IOException {
    String call = "decode";
    OpenCall open = calls.open(called(call), calls.limits().image(), ours);
    try {
      Object image =
          ended(
              open,
              new Given(new Object[0], new Class<?>[0], open),
              new Class<?>[] {IOException.class},
              source::decode);
      return Answers.decoded((Image) image);
    } catch (UnusableAnswerException e) {
      throw failed(call, e);
    } catch (IOException | RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a guard throws what is declared alone", e);
    }
  }

  private @Nullable Object checked(Method method, Object[] args, @Nullable Object answer)
      throws Throwable {
    if (answer instanceof PairMetric.Reference reference) {
      return answers.reference(reference, scale());
    }
    if (method.getDeclaringClass() == SetMetric.class && answer instanceof List<?> list) {
      return answers.measurements(list, ((List<?>) args[0]).size(), scale());
    }
    if (answer instanceof Dataset dataset) {
      return answers.dataset(dataset, source -> new GuardedImage(source, this));
    }
    return answers.checked(method, args, answer);
  }

  /** The scale, which is always the same. */
  private Metric.Scale scale() throws Throwable {
    Metric.Scale known = scale;
    if (known == null) {
      known = (Metric.Scale) requireNonNull(call(Metric.class.getMethod("scale"), new Object[0]));
      scale = known;
    }
    return known;
  }

  private Duration limit(Method method, Object[] args) {
    if (ours && kind == Kind.MODEL_FORMAT) {
      return OF_ITS_OWN;
    }
    Limits limits = calls.limits();
    return switch (method.getName()) {
      case "recognise",
          "makesItsPairs",
          "scale",
          "panelPlace",
          "noticeableLoss",
          "reach",
          "choices",
          "engine",
          "parameters",
          "provenance",
          "capability",
          "lacks" ->
          limits.glance();
      default ->
          Arrays.stream(args).anyMatch(Progress.class::isInstance)
                  || Capability.class.isAssignableFrom(method.getDeclaringClass())
              ? limits.silence()
              : Given.images(limits, args).orElse(limits.silence());
    };
  }
}
