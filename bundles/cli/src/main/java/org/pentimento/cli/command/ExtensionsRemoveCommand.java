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
    name = "remove",
    mixinStandardHelpOptions = true,
    description =
        "Deletes a file among the extensions; of a link, the link alone. Nothing else is deleted.")
final class ExtensionsRemoveCommand implements Callable<Integer> {
  private final Console console;
  private final Installer installer;

  @Parameters(
      paramLabel = "JAR",
      description = "Path or name of the file among the extensions, or the name of its bundle.")
  private String jar = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Print one JSON object; needs --yes.")
  private boolean json;

  ExtensionsRemoveCommand(Console console, Installer installer) {
    this.console = console;
    this.installer = installer;
  }

  @Override
  public Integer call() throws Exception {
    DropIn file = installer.require(jar);
    if (!yes && !Consent.given(console, "Delete " + file.file() + "?", json)) {
      console.err().println("Nothing was deleted.");
      return ExitStatus.CANCELLED;
    }
    installer.remove(file);
    console.out().println(json ? WireJson.pretty(file) : "Deleted " + file.file() + ".");
    return ExitStatus.DONE;
  }
}
