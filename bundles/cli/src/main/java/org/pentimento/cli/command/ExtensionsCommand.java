package org.pentimento.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Parameter;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.dropin.Describer;
import org.pentimento.cli.dropin.Installer;
import org.pentimento.cli.dropin.Shelf;
import org.pentimento.protocol.catalogue.AboutWords;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.ExtensionCatalogue.SetAside;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.CodeOrigin;
import org.pentimento.registry.Extensions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "extensions",
    mixinStandardHelpOptions = true,
    description = {
      "Lists what is installed: formats, triggers, strategies, generators, metrics, detectors; and"
          + " every file that somebody put among the extensions, with what became of it.",
      "With a command of its own: installs, removes, disables, enables, or shows such a file; says"
          + " whose signature is trusted."
    })
final class ExtensionsCommand implements Callable<Integer> {
  private final Console console;
  private final Extensions extensions;
  private final Shelf shelf;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private ExtensionsCommand(Console console, Extensions extensions, Shelf shelf) {
    this.console = console;
    this.extensions = extensions;
    this.shelf = shelf;
  }

  /** The command with what can be done to a file. */
  static CommandLine of(Console console, Extensions extensions, Shelf shelf) {
    Installer installer = new Installer(shelf);
    return new CommandLine(new ExtensionsCommand(console, extensions, shelf))
        .addSubcommand(new ExtensionsInfoCommand(console, installer))
        .addSubcommand(new ExtensionsInstallCommand(console, installer))
        .addSubcommand(new ExtensionsRemoveCommand(console, installer))
        .addSubcommand(ExtensionsUseCommand.disable(console, installer))
        .addSubcommand(ExtensionsUseCommand.enable(console, installer))
        .addSubcommand(new ExtensionsTrustCommand(console, installer))
        .addSubcommand(new ExtensionsDistrustCommand(console, installer))
        .addSubcommand(new ExtensionsTrustedCommand(console, installer))
        .addSubcommand(new CheckCommand(console));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ExtensionCatalogue catalogue = catalogue();
    if (json) {
      console.out().println(WireJson.pretty(catalogue));
    } else {
      print(catalogue);
    }
    return ExitStatus.DONE;
  }

  private ExtensionCatalogue catalogue() throws IOException, InterruptedException {
    ExtensionCatalogue dropped = shelf.read();
    Shelf.stock(extensions, dropped);
    List<InstalledExtension> installed = new ArrayList<>();
    for (Extensions.Installed e : extensions.installed()) {
      installed.add(installed(e, dropped));
    }
    List<SetAside> setAside = new ArrayList<>(dropped.setAside());
    extensions.setAside().stream()
        .map(s -> new SetAside(s.kind(), s.type(), s.reason()))
        .forEach(setAside::add);
    return new ExtensionCatalogue(installed, setAside, dropped.dropIns());
  }

  private InstalledExtension installed(Extensions.Installed one, ExtensionCatalogue dropped)
      throws BadInputException {
    String id = one.descriptor().id();
    CodeOrigin origin = extensions.origin(one.kind(), id);
    return origin.location().isEmpty() // it stands for one that is not loaded here
        ? dropped.find(one.kind(), id).orElseThrow()
        : Describer.installed(one, extensions.get(one.kind(), Extension.class, id), origin);
  }

  private void print(ExtensionCatalogue catalogue) {
    String kind = "";
    for (InstalledExtension e : catalogue.extensions()) {
      Descriptor d = e.descriptor();
      if (!e.kind().word().equals(kind)) {
        kind = e.kind().word();
        console.out().printf("%n%s%n", kind);
      }
      console.out().printf("  %-16s %s, version %s%n", d.id(), d.name(), d.version());
      console.out().printf("  %-16s %s%n", "", d.summary());
      console.out().printf("  %-16s %s%n", "", d.citation());
      for (String line : AboutWords.of(d.about())) {
        console.out().printf("  %-16s %s%n", "", line);
      }
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
    for (SetAside s : catalogue.setAside()) {
      console.out().printf("%nSet aside: %s %s: %s%n", s.kind(), s.type(), s.reason());
    }
    for (DropIn file : catalogue.dropIns()) {
      console.out().printf("%nFile %s: %s%n", file.file(), file.words());
      if (file.fate().isLoaded()) {
        console.out().printf("  Signed by: %s%n", file.signed());
        console.out().printf("  Confined: %s%n", file.confined().words());
      }
    }
  }
}
