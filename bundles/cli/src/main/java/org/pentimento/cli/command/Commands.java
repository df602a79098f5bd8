package org.pentimento.cli.command;

import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.dropin.Shelf;
import org.pentimento.figures.InstalledFigures;
import org.pentimento.protocol.FileTrouble;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
    name = "pentimento",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Finds what was hidden in photo-to-sketch data sets and models.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done",
      "2:wrong usage",
      "3:something given cannot be used",
      "4:cancelled",
      "5:the product failed"
    })
public final class Commands implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  /** Commands that need no extension of other people, so that they never wait for one. */
  private static final Set<String> ALONE =
      Set.of(
          "queue", "sign-off", "export", "verify", "receipt", "extensions", "completion", "help");

  private final Console console;

  @SuppressWarnings("UnusedVariable") // the script that starts the product hears it
  @Option(
      names = "--dropins",
      paramLabel = "DIR",
      description =
          "Before all else: take extensions from this folder too, such as the one that yours are"
              + " built into.")
  private @Nullable Path dropIns;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Commands(Console console) {
    this.console = console;
  }

  /** The command line with every command. */
  public static CommandLine of(
      Console console,
      Extensions extensions,
      InstalledFigures figures,
      CommandJobs jobs,
      Shelf shelf) {
    CommandLine line = new CommandLine(new Commands(console));
    line.addSubcommand(new DemoCommand(console, extensions, figures, jobs))
        .addSubcommand(new ImportCommand(console, jobs))
        .addSubcommand(new ImportModelCommand(console, jobs))
        .addSubcommand(new RunCommand(console, extensions, jobs))
        .addSubcommand(new SweepCommand(console, extensions, jobs))
        .addSubcommand(new QueueCommand(console))
        .addSubcommand(InspectCommand.of(console, jobs))
        .addSubcommand(new MitigateCommand(console, jobs))
        .addSubcommand(new MeasureCommand(console, jobs))
        .addSubcommand(new PoisonCommand(console, jobs))
        .addSubcommand(SelfTestCommand.of(console, extensions, jobs))
        .addSubcommand(ProficiencyCommand.of(console, jobs))
        .addSubcommand(new SynthesizeCommand(console, jobs))
        .addSubcommand(new DrawCommand(console, jobs))
        .addSubcommand(new ExportModelCommand(console, jobs))
        .addSubcommand(new ReportCommand(console, extensions, figures))
        .addSubcommand(new SignOffCommand(console))
        .addSubcommand(new ExportCommand(console, figures))
        .addSubcommand(new VerifyCommand(console, extensions))
        .addSubcommand(new ReceiptCommand(console))
        .addSubcommand(ExtensionsCommand.of(console, extensions, shelf))
        .addSubcommand("completion", new GenerateCompletion())
        .addSubcommand(new HelpCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(
        parsed -> {
          Misspelt.refuseUnknownCommand(parsed); // asking for help hides it
          stock(parsed, console, extensions, shelf);
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setParameterExceptionHandler(new Misspelt(console, line.getParameterExceptionHandler()));
    line.setOut(console.outWriter());
    line.setErr(console.errWriter());
    line.setExecutionExceptionHandler(
        (e, failed, result) -> {
          if (e instanceof BadInputException bad) {
            return console.badInput(bad);
          }
          if (e instanceof FileSystemException refused) {
            LOG.warn("A file cannot be used", e);
            return console.badInput(FileTrouble.of(refused));
          }
          if (e instanceof CancelledException) {
            console.err().println("Cancelled.");
            return ExitStatus.CANCELLED;
          }
          LOG.error("A command failed", e);
          console.error(
              String.valueOf(e.getMessage() == null ? e : e.getMessage()),
              "Log: " + System.getProperty("pentimento.log", "none"));
          return e instanceof java.io.IOException ? ExitStatus.BAD_INPUT : ExitStatus.OUR_FAULT;
        });
    return line;
  }

  /** Has the extensions of other people known to the command that is about to be carried out. */
  private static void stock(
      ParseResult parsed, Console console, Extensions extensions, Shelf shelf) {
    ParseResult command = parsed.subcommand();
    if (command == null || asksForHelp(parsed)) {
      return;
    }
    String name = command.commandSpec().name();
    if (name.equals("verify")) {
      Shelf.stock(extensions, shelf.keptOrNothing());
    } else if (!ALONE.contains(name)) {
      ExtensionCatalogue known = shelf.readOrNothing();
      Shelf.stock(extensions, known);
      known.dropIns().stream()
          .filter(file -> file.fate().isTrouble() && !isPlainFolder(file))
          .forEach(file -> console.err().printf("Not in use: %s: %s%n", file.file(), file.words()));
    }
  }

  /** Such as what a build leaves beside the jar. */
  private static boolean isPlainFolder(DropIn file) {
    return file.fate() == Fate.NOT_A_BUNDLE && Files.isDirectory(Path.of(file.file()));
  }

  private static boolean asksForHelp(ParseResult parsed) {
    for (ParseResult at = parsed; at != null; at = at.subcommand()) {
      if (at.isUsageHelpRequested() || at.isVersionHelpRequested()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void run() {
    spec.commandLine().usage(console.out());
  }
}
