package org.pentimento.cli.command;

import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Looks for attacks that nobody announced. What it finds is evidence.")
final class InspectCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private InspectCommand() {}

  /** The command with all that can be inspected. */
  static CommandLine of(Console console, CommandJobs jobs) {
    return new CommandLine(new InspectCommand())
        .addSubcommand(new InspectDatasetCommand(console, jobs))
        .addSubcommand(new InspectModelCommand(console, jobs))
        .addSubcommand(new InspectPhotoCommand(console, jobs));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what is to be inspected: pentimento inspect dataset CASE DATASET, pentimento inspect"
            + " model CASE MODEL --data DATASET, or pentimento inspect photo CASE MODEL PHOTO..."
            + " --data DATASET");
  }
}
