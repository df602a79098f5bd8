package org.pentimento.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.ExtensionCatalogue.SetAside;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.catalogue.InstalledExtension.DetectorFacts;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.Extensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "extensions",
    mixinStandardHelpOptions = true,
    description =
        "Lists what is installed: formats, triggers, strategies, generators, metrics, detectors.")
final class ExtensionsCommand implements Callable<Integer> {
  private final Console console;
  private final Extensions extensions;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExtensionsCommand(Console console, Extensions extensions) {
    this.console = console;
    this.extensions = extensions;
  }

  @Override
  public Integer call() throws BadInputException {
    if (json) {
      printJson();
    } else {
      print();
    }
    return ExitStatus.DONE;
  }

  private void printJson() throws BadInputException {
    List<InstalledExtension> installed = new ArrayList<>();
    for (Extensions.Installed e : extensions.installed()) {
      installed.add(installed(e));
    }
    List<SetAside> setAside =
        extensions.setAside().stream()
            .map(s -> new SetAside(s.kind(), s.type(), s.reason()))
            .toList();
    console.out().println(WireJson.pretty(new ExtensionCatalogue(installed, setAside)));
  }

  private InstalledExtension installed(Extensions.Installed one) throws BadInputException {
    Extension extension = extensions.get(one.kind(), Extension.class, one.descriptor().id());
    boolean makesItsPairs = extension instanceof DatasetFormat format && format.makesItsPairs();
    Bundle bundle = FrameworkUtil.getBundle(extension.getClass());
    String vendor = bundle == null ? null : bundle.getHeaders("").get(Constants.BUNDLE_VENDOR);
    String file = bundle == null ? "" : bundle.getLocation().replaceFirst("^.*/", "");
    return new InstalledExtension(
        one.kind(),
        one.descriptor(),
        makesItsPairs,
        vendor == null ? "" : vendor,
        file,
        detector(extension));
  }

  private static @Nullable DetectorFacts detector(Extension extension) {
    if (extension instanceof DatasetDetector detector) {
      return new DetectorFacts(detector.looksAt(), detector.leastPairs(), detector.blindTo());
    }
    return extension instanceof ModelDetector detector
        ? new DetectorFacts(null, detector.leastPairs(), detector.blindTo())
        : null;
  }

  private void print() {
    String kind = "";
    for (Extensions.Installed e : extensions.installed()) {
      Descriptor d = e.descriptor();
      if (!e.kind().word().equals(kind)) {
        kind = e.kind().word();
        console.out().printf("%n%s%n", kind);
      }
      console.out().printf("  %-16s %s, version %s%n", d.id(), d.name(), d.version());
      console.out().printf("  %-16s %s%n", "", d.summary());
      console.out().printf("  %-16s %s%n", "", d.citation());
      for (Parameter p : d.parameters()) {
        String unit = p.unit().isEmpty() ? "" : " " + p.unit();
        console
            .out()
            .printf(
                "  %-16s   %s = %s%s (%s): %s%n",
                "",
                p.id(),
                p.defaultValue().equals("") ? "''" : p.defaultValue(),
                unit,
                p.allowed(),
                p.help());
      }
    }
    for (Extensions.SetAside s : extensions.setAside()) {
      console.out().printf("%nSet aside: %s %s: %s%n", s.kind(), s.type(), s.reason());
    }
  }
}
