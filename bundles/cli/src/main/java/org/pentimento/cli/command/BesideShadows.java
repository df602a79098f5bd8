package org.pentimento.cli.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command is told that compares a model of a case with clean models. */
final class BesideShadows {
  @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
  private Path caseFolder = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "MODEL",
      description =
          "Name of an imported model, or RUN/COMPARISON/ROLE of a trained one, such as"
              + " run-1/fcn/1/s1/poisoned.")
  private String model = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DATASET",
      description = "Name of a data set of the case whose pairs are known to be honest.")
  private String dataset = "";

  @Option(
      names = "--shadows",
      paramLabel = "N",
      defaultValue = "3",
      converter = Numbers.Shadows.class,
      description =
          "Number of clean models to compare it with; 3 by default. With fewer no p is given.")
  private int shadows;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      converter = Numbers.Seed.class,
      description = "Seed of everything random; 1 by default.")
  private long seed;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  String caseFolder() {
    return caseFolder.toString();
  }

  String model() {
    return model;
  }

  String dataset() {
    return dataset;
  }

  int shadows() {
    return shadows;
  }

  long seed() {
    return seed;
  }

  boolean json() {
    return json;
  }
}
