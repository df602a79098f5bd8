package org.pentimento.cli.command;

import java.util.concurrent.Callable;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.dropin.Installer;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a file with extensions out of use, or puts it into use again. */
@Command(mixinStandardHelpOptions = true)
final class ExtensionsUseCommand implements Callable<Integer> {
  private final Console console;
  private final Installer installer;
  private final boolean disabled;

  @Parameters(
      paramLabel = "JAR",
      description = "Path or name of the file among the extensions, or the name of its bundle.")
  private String jar = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  private ExtensionsUseCommand(Console console, Installer installer, boolean disabled) {
    this.console = console;
    this.installer = installer;
    this.disabled = disabled;
  }

  static CommandLine disable(Console console, Installer installer) {
    return described(
        new ExtensionsUseCommand(console, installer, true),
        "disable",
        "Takes all extensions of a file out of use, for the window and the command line; the file"
            + " stays.");
  }

  static CommandLine enable(Console console, Installer installer) {
    return described(
        new ExtensionsUseCommand(console, installer, false),
        "enable",
        "Puts the extensions of a file into use again.");
  }

  private static CommandLine described(ExtensionsUseCommand command, String name, String words) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().name(name).usageMessage().description(words);
    return line;
  }

  @Override
  public Integer call() throws Exception {
    DropIn file = installer.require(jar);
    installer.disable(file, disabled);
    String now = disabled ? " is out of use" : " is in use again";
    console
        .out()
        .println(json ? WireJson.pretty(file) : file.file() + now + " from the next start on.");
    return ExitStatus.DONE;
  }
}
