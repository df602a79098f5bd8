package org.pentimento.cli.command;

import java.util.concurrent.Callable;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.dropin.Installer;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "enable",
    mixinStandardHelpOptions = true,
    description = "Puts the extensions of a file into use again.")
final class ExtensionsEnableCommand implements Callable<Integer> {
  private final Console console;
  private final Installer installer;

  @Parameters(
      paramLabel = "JAR",
      description = "Path or name of the file among the extensions, or the name of its bundle.")
  private String jar = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExtensionsEnableCommand(Console console, Installer installer) {
    this.console = console;
    this.installer = installer;
  }

  @Override
  public Integer call() throws Exception {
    DropIn file = installer.require(jar);
    installer.disable(file, false);
    console
        .out()
        .println(
            json
                ? WireJson.pretty(file)
                : file.file() + " is in use again from the next start on.");
    return ExitStatus.DONE;
  }
}
