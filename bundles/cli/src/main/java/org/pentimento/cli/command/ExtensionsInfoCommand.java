package org.pentimento.cli.command;

import java.util.concurrent.Callable;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.dropin.Installer;
import org.pentimento.protocol.catalogue.ExtensionFile;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description =
        "Shows who signed and made a file with extensions, its SHA-256, what it adds and replaces,"
            + " and what it may do. Runs nothing of it that is not installed.")
final class ExtensionsInfoCommand implements Callable<Integer> {
  private final Console console;
  private final Installer installer;

  @Parameters(
      paramLabel = "JAR",
      description = "The file, or its name among the extensions, or that of its bundle.")
  private String jar = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExtensionsInfoCommand(Console console, Installer installer) {
    this.console = console;
    this.installer = installer;
  }

  @Override
  public Integer call() throws Exception {
    ExtensionFile file = installer.look(jar);
    if (json) {
      console.out().println(WireJson.pretty(file));
    } else {
      ExtensionText.print(console, file);
    }
    return ExitStatus.DONE;
  }
}
