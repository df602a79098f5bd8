package org.pentimento.cli.command;

import java.util.concurrent.Callable;
import org.pentimento.api.BadInputException;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.ShellWord;
import org.pentimento.cli.dropin.Installer;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionFile;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description =
        "Shows what a jar with extensions is and may do, asks, and copies it among the extensions"
            + " of this user, where it stays when Pentimento is replaced by a newer one.")
final class ExtensionsInstallCommand implements Callable<Integer> {
  private final Console console;
  private final Installer installer;

  @Parameters(paramLabel = "JAR", description = "The jar.")
  private String jar = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Print one JSON object; needs --yes.")
  private boolean json;

  ExtensionsInstallCommand(Console console, Installer installer) {
    this.console = console;
    this.installer = installer;
  }

  @Override
  public Integer call() throws Exception {
    ExtensionFile file = installer.look(jar);
    if (!json) {
      ExtensionText.print(console, file);
    }
    if (file.installed()) {
      throw new BadInputException(
          file.dropIn().file() + " is installed already.",
          "To install a newer version, give the file of that.");
    }
    if (!file.dropIn().fate().isLoaded()) {
      throw new BadInputException(
          "This file cannot be installed: " + file.dropIn().words() + ".",
          file.dropIn().fate() == Fate.NOT_TRUSTED
              ? "Ask whoever made it how to know the key, or for a signed one."
              : "Ask whoever made it for another one.");
    }
    if (!yes && !Consent.given(console, "Install it?", json)) {
      console.err().println("Nothing was installed.");
      return ExitStatus.CANCELLED;
    }
    DropIn became = installer.install(file);
    if (json) {
      console.out().println(WireJson.pretty(became));
    } else {
      console.out().println("Installed as " + became.file() + ": " + became.words());
    }
    if (!became.fate().isLoaded()) {
      console.error(
          became.fileName() + " is installed and not in use: " + became.words() + ".",
          "To take it away: pentimento extensions remove " + ShellWord.of(became.fileName()));
      return ExitStatus.BAD_INPUT;
    }
    return ExitStatus.DONE;
  }
}
