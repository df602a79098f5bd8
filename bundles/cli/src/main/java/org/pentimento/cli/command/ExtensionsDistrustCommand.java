package org.pentimento.cli.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.pentimento.api.BadInputException;
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
    name = "distrust",
    mixinStandardHelpOptions = true,
    description = "Withdraws that whoever signed a jar was accepted. The jar stays.")
final class ExtensionsDistrustCommand implements Callable<Integer> {
  private final Console console;
  private final Vendors vendors;

  @Parameters(
      paramLabel = "JAR",
      description = "A signed jar, its name among the extensions, or the SHA-256 of a key.")
  private String jar = "";

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  ExtensionsDistrustCommand(Console console, Installer installer) {
    this.console = console;
    this.vendors = installer.vendors();
  }

  @Override
  public Integer call() throws Exception {
    boolean any = false;
    for (Signer signer : vendors.of(jar)) {
      any |= vendors.distrust(signer);
    }
    if (!any) {
      throw new BadInputException(
          "The signer of " + jar + " was not trusted.",
          "'pentimento extensions trusted' lists those that are.");
    }
    console
        .out()
        .println(
            json
                ? WireJson.pretty(Map.of("trusted", vendors.trusted()))
                : "Not trusted from the next start on.");
    return ExitStatus.DONE;
  }
}
