package org.pentimento.cli.command;

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
import picocli.CommandLine.Parameters;

@Command(
    name = "trust",
    mixinStandardHelpOptions = true,
    description =
        "Accepts whoever signed a jar: extensions signed with that key are not locked in any more."
            + " Says what that means, and asks.")
final class ExtensionsTrustCommand implements Callable<Integer> {
  private final Console console;
  private final Vendors vendors;

  @Parameters(
      paramLabel = "JAR",
      description = "A signed jar, its name among the extensions, or the SHA-256 of a key.")
  private String jar = "";

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Option(names = "--json", description = "Print one JSON object; needs --yes.")
  private boolean json;

  ExtensionsTrustCommand(Console console, Installer installer) {
    this.console = console;
    this.vendors = installer.vendors();
  }

  @Override
  public Integer call() throws Exception {
    List<Signer> signers = vendors.of(jar);
    if (!json) {
      signers.forEach(s -> console.out().println(s.words()));
      console.out().println(Signer.MEANING);
    }
    if (!yes && !Consent.given(console, "Trust this key?", json)) {
      console.err().println("Nobody was accepted.");
      return ExitStatus.CANCELLED;
    }
    for (Signer signer : signers) {
      vendors.trust(signer);
    }
    console
        .out()
        .println(
            json
                ? WireJson.pretty(Map.of("trusted", vendors.trusted()))
                : "Trusted from the next start on.");
    return ExitStatus.DONE;
  }
}
