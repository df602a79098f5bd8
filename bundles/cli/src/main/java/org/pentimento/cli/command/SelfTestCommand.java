package org.pentimento.cli.command;

import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.registry.Extensions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "selftest",
    mixinStandardHelpOptions = true,
    description = "Measures what inspections find of attacks that the product plants itself.")
final class SelfTestCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private SelfTestCommand() {}

  /** The command with all that can be tested. */
  static CommandLine of(Console console, Extensions extensions, CommandJobs jobs) {
    return new CommandLine(new SelfTestCommand())
        .addSubcommand(new SelfTestDatasetsCommand(console, extensions, jobs))
        .addSubcommand(new SelfTestModelsCommand(console, extensions, jobs));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what is to be tested: pentimento selftest datasets CASE, or pentimento selftest models"
            + " CASE");
  }
}
