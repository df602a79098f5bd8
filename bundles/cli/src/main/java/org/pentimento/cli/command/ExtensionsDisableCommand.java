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
    name = "disable",
    mixinStandardHelpOptions = true,
    description =
        "Takes all extensions of a file out of use, for the window and the command line; the file"
            + " stays.")
final class ExtensionsDisableCommand implements Callable<Integer> {
  private final Console console;
  private final Installer installer;

  @Parameters(
      paramLabel = "JAR",
      description = "Path or name of the file among the extensions, or the name of its bundle.")
  private String jar = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExtensionsDisableCommand(Console console, Installer installer) {
    this.console = console;
    this.installer = installer;
  }

  @Override
  public Integer call() throws Exception {
    DropIn file = installer.require(jar);
    installer.disable(file, true);
    console
        .out()
        .println(
            json ? WireJson.pretty(file) : file.file() + " is out of use from the next start on.");
    return ExitStatus.DONE;
  }
}
