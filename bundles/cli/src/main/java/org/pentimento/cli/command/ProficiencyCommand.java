package org.pentimento.cli.command;

import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "proficiency",
    mixinStandardHelpOptions = true,
    description = {
      "Tests an examiner and the tool with exhibits about which the truth is sealed.",
      "Make the exhibits, examine them with the other commands or in the window, answer, then open"
          + " the seal. Answers and result stand in the case's custody log. The seal lies on your"
          + " own disk, encoded and not encrypted: it keeps honest people honest. Who wants more"
          + " has somebody else make the case and keep its receipt."
    })
final class ProficiencyCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private ProficiencyCommand() {}

  /** The command with its steps. */
  static CommandLine of(Console console, CommandJobs jobs) {
    return new CommandLine(new ProficiencyCommand())
        .addSubcommand(new ProficiencyCreateCommand(console, jobs))
        .addSubcommand(new ProficiencyAnswerCommand(console))
        .addSubcommand(new ProficiencyOpenCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say which step: pentimento proficiency create CASE, answer CASE EXHIBIT ANSWER, or open"
            + " CASE");
  }
}
