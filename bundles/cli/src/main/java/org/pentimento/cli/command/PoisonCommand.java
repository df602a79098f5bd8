package org.pentimento.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.pentimento.api.BadInputException;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "poison",
    mixinStandardHelpOptions = true,
    description =
        "Writes a poisoned copy of a data set, to try detectors and training on; the original is"
            + " only read.")
final class PoisonCommand implements Callable<Integer> {
  private final Console console;
  private final CommandJobs jobs;

  @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "DATASET",
      description = "Name of the data set in the case.")
  private String dataset = "";

  @Option(
      names = "--trigger",
      required = true,
      paramLabel = "ID",
      description = "What is stamped on photos.")
  private String trigger = "";

  @Option(
      names = "--strategy",
      required = true,
      paramLabel = "ID",
      description = "What is done to sketches.")
  private String strategy = "";

  @Option(
      names = "--rate",
      required = true,
      paramLabel = "R",
      converter = Numbers.PoisonedShare.class,
      description = "Share of training pairs, above 0 and up to 1.")
  private double rate;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "N",
      converter = Numbers.Seed.class,
      description = "Seed of everything random.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to be made.")
  private Path out = Path.of("");

  @Option(
      names = "--param",
      paramLabel = "ID.KEY=VALUE",
      description = "Parameter of the trigger or strategy, such as sinusoidal.amplitude=0.2.")
  private Map<String, String> parameters = Map.of();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  PoisonCommand(Console console, CommandJobs jobs) {
    this.console = console;
    this.jobs = jobs;
  }

  @Override
  public Integer call() throws Exception {
    Map<String, String> forTrigger = new TreeMap<>();
    Map<String, String> forStrategy = new TreeMap<>();
    for (Map.Entry<String, String> e : parameters.entrySet()) {
      if (e.getKey().startsWith(trigger + ".")) {
        forTrigger.put(e.getKey().substring(trigger.length() + 1), e.getValue());
      } else if (e.getKey().startsWith(strategy + ".")) {
        forStrategy.put(e.getKey().substring(strategy.length() + 1), e.getValue());
      } else {
        throw new BadInputException(
            "--param "
                + e.getKey()
                + " belongs neither to "
                + trigger
                + " nor to "
                + strategy
                + ".",
            "Write " + trigger + ".KEY=VALUE or " + strategy + ".KEY=VALUE.");
      }
    }
    return jobs.here(
        new Job.Poison(
            Job.PROTOCOL,
            caseFolder.toString(),
            dataset,
            trigger,
            forTrigger,
            strategy,
            forStrategy,
            rate,
            seed,
            out.toString()),
        JobResult.OfPoison.class,
        this::print);
  }

  private void print(JobResult.OfPoison result) {
    if (json) {
      console.out().println(WireJson.pretty(result));
      return;
    }
    console
        .out()
        .printf(
            "Wrote %s to %s, %d of them poisoned; %s tells which and how.%n",
            Counted.of(result.pairs(), "pair", "pairs"),
            result.out(),
            result.poisoned().size(),
            result.manifest());
  }
}
