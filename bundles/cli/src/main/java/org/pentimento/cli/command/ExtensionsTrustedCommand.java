package org.pentimento.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.dropin.Installer;
import org.pentimento.cli.dropin.Vendors;
import org.pentimento.protocol.catalogue.Signer;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "trusted",
    mixinStandardHelpOptions = true,
    description = "Lists the vendors of extensions that were accepted, each with its key.")
final class ExtensionsTrustedCommand implements Callable<Integer> {
  private final Console console;
  private final Vendors vendors;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExtensionsTrustedCommand(Console console, Installer installer) {
    this.console = console;
    this.vendors = installer.vendors();
  }

  @Override
  public Integer call() throws IOException {
    List<Signer> trusted = vendors.trusted();
    if (json) {
      console.out().println(WireJson.pretty(Map.of("trusted", trusted)));
    } else if (trusted.isEmpty()) {
      console.out().println("Nobody: no key of a vendor was accepted.");
    }
    if (!json) {
      trusted.forEach(s -> console.out().println(s.key() + "  " + s.subject()));
    }
    return ExitStatus.DONE;
  }
}
