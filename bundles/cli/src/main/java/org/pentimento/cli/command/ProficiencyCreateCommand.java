package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ShellWord;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description =
        "Makes a new case with data sets and models of drawn faces, in each of which something may"
            + " be planted or nothing, by lots that nobody knows; with honest pairs, “trusted”, to"
            + " examine them with; and with the sealed truth.")
final class ProficiencyCreateCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(paramLabel = "CASE", description = "Folder of the case, which must not exist yet.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--datasets",
      paramLabel = "N",
      defaultValue = "4",
      converter = Numbers.Exhibits.class,
      description = "Number of data sets; 4 by default.")
  private int datasets;

  @Option(
      names = "--models",
      paramLabel = "N",
      defaultValue = "2",
      converter = Numbers.Exhibits.class,
      description = "Number of models, each of which takes about a minute; 2 by default.")
  private int models;

  @Mixin private CaseOptions options = new CaseOptions();

  ProficiencyCreateCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    int threads = Runtime.getRuntime().availableProcessors();
    return jobs.apart(
        new Job.Proficiency(
            Job.PROTOCOL, caseFolder.toString(), options.info(), datasets, models, threads),
        threads,
        JobResult.OfProficiency.class,
        this::print);
  }

  private void print(JobResult.OfProficiency done) {
    console
        .out()
        .printf(
            "%s holds %s.%n%n"
                + "Examine each, a data set or a model with%n"
                + "  pentimento inspect dataset %3$s EXHIBIT --trusted trusted%n"
                + "  pentimento inspect model %3$s EXHIBIT --data trusted%n"
                + "then say what it is: honest, backdoor, spoilt or undecided%n"
                + "  pentimento proficiency answer %3$s EXHIBIT ANSWER%n"
                + "and, when all are answered, open the seal%n"
                + "  pentimento proficiency open %3$s%n",
            done.caseFolder(), String.join(", ", done.exhibits()), ShellWord.of(caseFolder));
  }
}
