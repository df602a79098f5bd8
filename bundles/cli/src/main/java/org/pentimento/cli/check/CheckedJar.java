package org.pentimento.cli.check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
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
import org.pentimento.protocol.json.WireJson;
import org.pentimento.testing.Check;
import org.pentimento.testing.Conformance;
import org.pentimento.testing.DatasetFormatChecks;
import org.pentimento.testing.Outcome;
import org.pentimento.testing.Outcome.Verdict;

/**
 * The checking process: starts a jar in this framework and checks whatever it offers. The process
 * is for this alone, as the jar may do anything to it.
 */
public final class CheckedJar {
  /** The argument that starts the product as a checking process. */
  public static final String ARGUMENT = "--check";

  private static final Pattern OURS = Pattern.compile("(^|,)\\s*org\\.pentimento\\.");
  private static final Pattern MISSING =
      Pattern.compile("osgi\\.wiring\\.package=([^)]+)\\)(?:\\(version>=([^)]+)\\))?");

  private static final String JAR = "jar";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int APPEARS_WITHIN_MS = 3000;

  private final BundleContext context;
  private final PrintStream out;

  private CheckedJar(BundleContext context, PrintStream out) {
    this.context = context;
    this.out = out;
  }

  /**
   * Checks a jar.
   *
   * @param args after {@link #ARGUMENT}: the jar, and a data set for formats if there is one
   * @param out gets a {@link CheckTold} in each line
   */
  public static void serve(BundleContext context, List<String> args, PrintStream out) {
    CheckedJar checked = new CheckedJar(context, out);
    checked.all(Path.of(args.get(0)), args.size() > 1 ? Path.of(args.get(1)) : null);
    checked.tell(JAR, CheckTold.END, Verdict.PASSED, "");
  }

  private void tell(String extension, String check, @Nullable Verdict verdict, String detail) {
    out.println(WireJson.line(new CheckTold(extension, check, verdict, detail)));
    out.flush();
  }

  private void all(Path jar, @Nullable Path sample) {
    String starts = "the product can start it";
    tell(JAR, starts, null, "");
    String wrong = wrongBefore(jar);
    if (!wrong.isEmpty()) {
      tell(JAR, starts, Verdict.FAILED, wrong);
      return;
    }
    Bundle bundle;
    try {
      bundle = context.installBundle("reference:" + jar.toUri());
      bundle.start();
    } catch (BundleException e) {
      tell(JAR, starts, Verdict.FAILED, words(String.valueOf(e.getMessage())));
      return;
    }
    tell(JAR, starts, Verdict.PASSED, "");
    String names = "it says who made it";
    String vendor = bundle.getHeaders("").get(Constants.BUNDLE_VENDOR);
    tell(
        JAR,
        names,
        vendor == null || vendor.isBlank() ? Verdict.FAILED : Verdict.PASSED,
        vendor == null || vendor.isBlank() ? "write Bundle-Vendor into bnd.bnd" : "");
    String offers = "it offers an extension";
    tell(JAR, offers, null, "");
    List<ServiceReference<?>> offered = offered(bundle);
    if (offered.isEmpty()) {
      tell(
          JAR,
          offers,
          Verdict.FAILED,
          bundle.getHeaders("").get("Service-Component") == null
              ? "its manifest has no Service-Component: is there a class with @Component?"
              : "none of its components can be used: does it need a service that is not there, or"
                  + " does @Component name another interface than that of a kind?");
      return;
    }
    tell(JAR, offers, Verdict.PASSED, "");
    for (ServiceReference<?> one : offered) {
      one(one, sample);
    }
  }

  /** What its manifest tells before anything of it runs; empty if nothing is wrong. */
  private static String wrongBefore(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
      if (headers.getValue(Constants.BUNDLE_SYMBOLICNAME) == null) {
        return "it is no bundle: its manifest has no Bundle-SymbolicName; let bnd write it";
      }
      return OURS.matcher(String.valueOf(headers.getValue(Constants.EXPORT_PACKAGE))).find()
          ? "it exports packages of the product: keep them out of the jar, with the scope provided"
          : "";
    } catch (IOException e) {
      return "it is no jar that can be read: " + e.getMessage();
    }
  }

  private static String words(String message) {
    Matcher missing = MISSING.matcher(message);
    if (!missing.find()) {
      return message;
    }
    String version = missing.group(2);
    return "it needs the package "
        + missing.group(1)
        + (version == null ? "" : ", version " + version + " or newer of the same major number")
        + ", which the product does not have";
  }

  /** What the jar registered as a service of one of our kinds. */
  private static List<ServiceReference<?>> offered(Bundle bundle) {
    List<ServiceReference<?>> offered = new ArrayList<>();
    long end = System.currentTimeMillis() + APPEARS_WITHIN_MS;
    while (offered.isEmpty() && System.currentTimeMillis() < end) {
      ServiceReference<?>[] all = bundle.getRegisteredServices();
      for (ServiceReference<?> one : all == null ? new ServiceReference<?>[0] : all) {
        if (types(one).stream().anyMatch(t -> t.startsWith("org.pentimento.api."))) {
          offered.add(one);
        }
      }
      try {
        Thread.sleep(offered.isEmpty() ? 50 : 0);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return offered;
      }
    }
    offered.sort(Comparator.comparing(CheckedJar::name));
    return offered;
  }

  private static List<String> types(ServiceReference<?> one) {
    return Arrays.asList((String[]) one.getProperty(Constants.OBJECTCLASS));
  }

  private static String name(ServiceReference<?> one) {
    Object component = one.getProperty("component.name");
    return component == null ? types(one).toString() : component.toString();
  }

  private void one(ServiceReference<?> reference, @Nullable Path sample) {
    String component = name(reference);
    Extension[] extension = new Extension[1];
    String[] called = {component};
    boolean usable =
        check(
            component,
            new Check(
                CheckTold.MADE,
                () -> {
                  if (!(context.getService(reference) instanceof Extension one)) {
                    throw new AssertionError("it cannot be made; details are in the log");
                  }
                  extension[0] = one;
                  called[0] = kind(one).word() + " " + one.descriptor().id();
                }));
    Extension known = extension[0];
    if (!usable || known == null) {
      return;
    }
    List<Check> checks =
        known instanceof DatasetFormat format
            ? DatasetFormatChecks.of(format, Map.of(), sample)
            : Conformance.of(known);
    for (Check check : checks) {
      check(called[0], check);
    }
  }

  private boolean check(String extension, Check check) {
    tell(extension, check.name(), null, "");
    Outcome outcome = Outcome.of(check, PATIENCE);
    tell(extension, check.name(), outcome.verdict(), outcome.detail());
    return outcome.verdict() != Verdict.FAILED;
  }

  private static Kind kind(Extension one) {
    if (one instanceof Trigger) {
      return Kind.TRIGGER;
    } else if (one instanceof PoisoningStrategy) {
      return Kind.POISONING_STRATEGY;
    } else if (one instanceof Generator) {
      return Kind.GENERATOR;
    } else if (one instanceof Metric) {
      return Kind.METRIC;
    } else if (one instanceof DatasetDetector) {
      return Kind.DATASET_DETECTOR;
    } else if (one instanceof ModelDetector) {
      return Kind.MODEL_DETECTOR;
    } else if (one instanceof DatasetFormat) {
      return Kind.DATASET_FORMAT;
    } else if (one instanceof ModelFormat) {
      return Kind.MODEL_FORMAT;
    }
    throw new AssertionError(
        one.getClass().getName() + " implements the interface of no kind of extension");
  }
}
