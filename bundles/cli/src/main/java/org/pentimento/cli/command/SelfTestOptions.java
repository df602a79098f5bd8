package org.pentimento.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.plan.PlanException;
import org.pentimento.protocol.Job;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What self-tests of inspections are told, whatever is inspected. */
final class SelfTestOptions {
  @Parameters(
      index = "0",
      paramLabel = "CASE",
      description = "Folder of the case, made if it does not exist.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DATASET",
      description =
          "Data set of the case with pairs that are known to be honest, in which attacks are"
              + " planted; drawn faces by default.")
  private @Nullable String dataset;

  @Option(
      names = "--grid",
      paramLabel = "PLAN.yaml",
      description =
          "A plan whose data, attacks, detectors and seeds, and generators for models, say what is"
              + " planted; all installed triggers and strategies by default.")
  private @Nullable Path grid;

  @Option(
      names = "--detector",
      paramLabel = "ID",
      description = "A detector; those of the plan, or all of them, by default.")
  private List<String> detectors = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Numbers.Seed.class,
      defaultValue = "1",
      description = "Seed of everything random; 1 by default.")
  private long seed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Numbers.Limit.class,
      defaultValue = "0",
      description =
          "Makes at most that many sets or models, by lot from all kinds; the result says how many"
              + " were planned. 0, the default, makes all of them, which takes hours.")
  private int limit;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Writes the tables to a file, too, as Markdown.")
  private @Nullable Path markdown;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  /** Refuses a plan that says something wrong. */
  @FunctionalInterface
  interface PlanCheck {
    void check(String source, String yaml) throws PlanException;
  }

  String caseFolder() {
    return caseFolder.toString();
  }

  @Nullable String dataset() {
    return dataset;
  }

  /** The plan's file; empty if there is none. */
  String source() {
    return grid == null ? "" : grid.toString();
  }

  /** The plan's text, so that an error is told at once; null if there is none. */
  @Nullable String plan(PlanCheck check) throws IOException, PlanException {
    if (grid == null) {
      return null;
    }
    String plan = RunCommand.read(grid);
    check.check(grid.toString(), plan);
    return plan;
  }

  List<Job.ChosenDetector> detectors() {
    return detectors.stream().map(id -> new Job.ChosenDetector(id, Map.of())).toList();
  }

  long seed() {
    return seed;
  }

  int limit() {
    return limit;
  }

  boolean json() {
    return json;
  }

  /** Writes the tables where that is wanted. */
  void keep(String tables) throws IOException {
    if (markdown != null) {
      Files.writeString(markdown, tables, StandardCharsets.UTF_8);
    }
  }
}
