package org.pentimento.cli.dropin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.protocol.catalogue.ExtensionCatalogue.SetAside;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.catalogue.InstalledExtension.DetectorFacts;
import org.pentimento.protocol.catalogue.InstalledExtension.MetricFacts;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.CodeOrigin;
import org.pentimento.registry.Extensions;

/** Asks bundles what is in them, in a process that is there for that alone. */
public final class Describer {
  /** The first argument of such a process; a file for the answers and the bundles follow. */
  public static final String ARGUMENT = "--describe";

  private static final long PATIENCE_SECONDS = 5;

  private final BundleContext context;
  private final Extensions extensions;

  /** Asks the bundles of a framework. */
  public Describer(BundleContext context, Extensions extensions) {
    this.context = context;
    this.extensions = extensions;
  }

  /**
   * Writes the answers of the bundles that arguments name, all or none.
   *
   * @param args {@code --describe ANSWERS BUNDLE… -- OTHERS…}
   */
  public void answer(String[] args) throws IOException {
    Path answers = Path.of(args[1]);
    List<Answer> all = new ArrayList<>();
    for (String file : Arrays.asList(args).subList(2, args.length)) {
      if (file.equals("--")) {
        break;
      }
      all.add(answer(Path.of(file)));
    }
    Path part = answers.resolveSibling(answers.getFileName() + ".part");
    Files.writeString(part, WireJson.line(new Answer.All(all)));
    Files.move(part, answers, StandardCopyOption.ATOMIC_MOVE);
  }

  private Answer answer(Path file) {
    Bundle bundle = context.getBundle("reference:" + file.toUri());
    if (bundle == null) {
      return Answer.instead(file.toString(), Fate.UNREADABLE, "it cannot be installed");
    }
    String trouble = trouble(bundle);
    if (!trouble.isEmpty()) {
      boolean unresolved = bundle.getState() == Bundle.INSTALLED;
      return new Answer(
          file.toString(),
          List.of(),
          List.of(),
          unresolved ? Fate.UNSATISFIED : Fate.NOT_STARTED,
          PlainText.of(trouble),
          unresolved);
    }
    return described(file, bundle);
  }

  /** Why a bundle is not at work; empty if it is. */
  private String trouble(Bundle bundle) {
    for (Extensions.SetAside one : extensions.setAside()) {
      if (one.kind().equals("bundle") && one.location().equals(bundle.getLocation())) {
        return one.reason();
      }
    }
    if (bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING) {
      return "";
    }
    try {
      bundle.start();
      return "";
    } catch (BundleException e) {
      Throwable cause = e.getCause();
      return cause == null ? String.valueOf(e.getMessage()) : "its activator fails: " + cause;
    }
  }

  private Answer described(Path file, Bundle bundle) {
    List<InstalledExtension> usable = new ArrayList<>();
    List<SetAside> useless = new ArrayList<>();
    boolean leans = false;
    for (Extensions.Installed one : extensions.installed()) {
      CodeOrigin origin = extensions.origin(one.kind(), one.descriptor().id());
      Extension extension = extension(one);
      if (extension != null && bundle.getLocation().equals(origin.location())) {
        try {
          usable.add(within(bundle, () -> installed(one, extension, origin)));
        } catch (RefusedException e) {
          useless.add(
              new SetAside(one.kind().word(), one.descriptor().id(), PlainText.of(e.getMessage())));
        }
      }
    }
    for (Extensions.SetAside one : extensions.setAside()) {
      if (one.location().equals(bundle.getLocation())) {
        useless.add(new SetAside(one.kind(), PlainText.of(one.type()), PlainText.of(one.reason())));
        leans |= one.reason().contains("is taken by");
      }
    }
    List<String> unsatisfied = unsatisfied(file, bundle);
    if (usable.isEmpty() && useless.isEmpty()) {
      return unsatisfied.isEmpty()
          ? Answer.instead(file.toString(), Fate.NO_EXTENSION, "it offers none when it is started")
          : new Answer(
              file.toString(),
              List.of(),
              List.of(),
              Fate.UNSATISFIED,
              PlainText.of(String.join("; ", unsatisfied)),
              true);
    }
    unsatisfied.forEach(u -> useless.add(new SetAside("component", file.toString(), u)));
    return new Answer(
        file.toString(),
        usable,
        useless,
        usable.isEmpty() ? Fate.NOT_DESCRIBED : Fate.IN_USE,
        useless.stream().map(SetAside::reason).distinct().collect(Collectors.joining("; ")),
        leans || !unsatisfied.isEmpty());
  }

  private @Nullable Extension extension(Extensions.Installed one) {
    try {
      return extensions.get(one.kind(), Extension.class, one.descriptor().id());
    } catch (BadInputException e) {
      return null; // gone in the meantime
    }
  }

  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private interface Question {
    InstalledExtension ask();
  }

  /** What an extension answers in time. */
  private static InstalledExtension within(Bundle bundle, Question question)
      throws RefusedException {
    FutureTask<InstalledExtension> task = new FutureTask<>(question::ask);
    Thread thread = new Thread(task, "extension of " + bundle.getSymbolicName());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new RefusedException(
          "it did not say what it needs within " + PATIENCE_SECONDS + " seconds");
    } catch (ExecutionException e) {
      throw new RefusedException("it cannot say what it needs: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("the product was being stopped");
    }
  }

  /** An extension with what only it can tell. */
  public static InstalledExtension installed(
      Extensions.Installed one, Extension extension, CodeOrigin origin) {
    return new InstalledExtension(
        one.kind(),
        one.descriptor(),
        extension instanceof DatasetFormat format && format.makesItsPairs(),
        PlainText.of(origin.vendor()),
        origin.location().replaceFirst("/$", "").replaceFirst("^.*/", ""),
        detector(extension),
        extension instanceof Metric metric ? MetricFacts.of(metric) : null);
  }

  private static @Nullable DetectorFacts detector(Extension extension) {
    if (extension instanceof DatasetDetector detector) {
      return new DetectorFacts(
          Objects.requireNonNull(detector.looksAt(), "looksAt() gives null"),
          detector.leastPairs(),
          PlainText.of(detector.blindTo()));
    }
    return extension instanceof ModelDetector detector
        ? new DetectorFacts(null, detector.leastPairs(), PlainText.of(detector.blindTo()))
        : null;
  }

  /** Components that did not come to life, and why. */
  private List<String> unsatisfied(Path file, Bundle bundle) {
    Set<Object> alive = new HashSet<>();
    ServiceReference<?>[] registered = bundle.getRegisteredServices();
    Stream.of(registered == null ? new ServiceReference<?>[0] : registered)
        .map(r -> r.getProperty("component.name"))
        .forEach(alive::add);
    List<String> words = new ArrayList<>();
    try (BundleContent content = BundleContent.open(file)) {
      for (Path description : content.componentFiles(content.manifest())) {
        for (ComponentFile component : ComponentFile.read(description)) {
          if (!component.offers().isEmpty() && !alive.contains(component.name())) {
            words.addAll(missing(component));
          }
        }
      }
    } catch (IOException e) {
      words.add(String.valueOf(e.getMessage()));
    }
    return words;
  }

  private List<String> missing(ComponentFile component) {
    List<String> words = new ArrayList<>();
    for (String type : component.needs()) {
      if (context.getServiceReference(type) == null) {
        words.add(
            "its component "
                + component.name()
                + " needs a service "
                + type
                + ", and there is none");
      }
    }
    return words.isEmpty()
        ? List.of("its component " + component.name() + " does not come to life")
        : words;
  }
}
