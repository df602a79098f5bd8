package org.pentimento.cli.command;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.cli.console.CommandJobs;
import org.pentimento.cli.console.Console;
import org.pentimento.cli.console.ExitStatus;
import org.pentimento.cli.console.SweepTable;
import org.pentimento.plan.DeprecatedUses;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.PlanWriter;
import org.pentimento.plan.SweepPlan;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.json.WireJson;
import org.pentimento.registry.Extensions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Carries out a plan for every combination of values, one after the other, in one case.",
      "In the plan, {each: [0.05, 0.1]} or {from: 0.01, to: 0.2, steps: 6, scale: log} stands for"
          + " several values. What is finished is not done again: give the same command to go on."
    })
final class SweepCommand implements Callable<Integer> {
  private final Console console;
  private final Extensions extensions;
  private final CommandJobs jobs;

  @Parameters(
      paramLabel = "PLAN.yaml",
      description = "The plan, with values that stand for several.")
  private Path plan = Path.of("");

  @Option(
      names = "--case",
      required = true,
      paramLabel = "CASE",
      description = "Folder of the case, made if it does not exist.")
  private Path caseFolder = Path.of("");

  @Option(
      names = "--dry-run",
      description = "Only check every cell, and list them with what is finished already.")
  private boolean dryRun;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "Also write the table as CSV, a row for each model and metric.")
  private @Nullable Path csv;

  @Option(names = "--json", description = "Print one JSON object instead of tables.")
  private boolean json;

  @Mixin private CaseOptions caseOptions = new CaseOptions();

  SweepCommand(Console console, Extensions extensions, CommandJobs jobs) {
    this.console = console;
    this.extensions = extensions;
    this.jobs = jobs;
  }

  /**
   * A combination of values.
   *
   * @param values by the short names of the axes
   * @param words the same for people
   * @param yaml its plan
   * @param plan checked
   * @param sha SHA-256 of the plan as a run keeps it
   */
  private record Cell(
      Map<String, Object> values, String words, String yaml, Plan plan, String sha) {}

  /**
   * A cell in JSON.
   *
   * @param run id of its run, null while it was not finished
   * @param result SHA-256 of the result's blob, null while it was not finished
   */
  record CellDocument(
      Map<String, Object> values, CellState state, @Nullable String run, @Nullable String result) {}

  /** How far a cell is. */
  enum CellState {
    FINISHED,
    OPEN,
    FAILED;

    /** The word for it in JSON. */
    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A sweep in JSON. */
  record SweepDocument(String caseFolder, String name, List<CellDocument> cells) {}

  @Override
  public Integer call() throws Exception {
    SweepPlan sweep = SweepPlan.read(plan.toString(), RunCommand.read(plan));
    List<String> axes = sweep.axes().keySet().stream().map(sweep::shortName).toList();
    List<Cell> cells = cells(sweep);
    if (csv != null && Files.exists(csv)) {
      throw new BadInputException(csv + " is there already.", "Name another file.");
    }
    Map<String, RunRecord> done = finished();
    long open = cells.stream().filter(cell -> !done.containsKey(cell.sha())).count();
    if (!json) {
      console
          .out()
          .printf(
              "%s: %d %s over %s; %d finished, %d to do.%n",
              sweep.name(),
              cells.size(),
              cells.size() == 1 ? "cell" : "cells",
              axes.isEmpty() ? "no values that vary" : String.join(" × ", axes),
              cells.size() - open,
              open);
    }
    if (dryRun) {
      list(sweep, cells, done);
      return ExitStatus.DONE;
    }
    Set<Cell> failed = new HashSet<>();
    int status = carryOut(cells, done, failed);
    if (status == ExitStatus.CANCELLED) {
      return status;
    }
    conclude(sweep, axes, cells, failed);
    return status;
  }

  private List<Cell> cells(SweepPlan sweep) throws IOException {
    PlanReader reader = new PlanReader(extensions);
    List<Cell> cells = new ArrayList<>();
    Set<String> warnings = new LinkedHashSet<>();
    for (Map<String, Object> cell : sweep.cells()) {
      Plan checked = sweep.plan(reader, cell);
      warnings.addAll(DeprecatedUses.of(checked, extensions));
      Map<String, Object> values = new LinkedHashMap<>();
      cell.forEach((axis, value) -> values.put(sweep.shortName(axis), value));
      byte[] kept = PlanWriter.yaml(checked).getBytes(StandardCharsets.UTF_8);
      cells.add(new Cell(values, words(sweep, cell), sweep.yaml(cell), checked, Sha256.of(kept)));
    }
    warnings.forEach(warning -> console.err().println("Warning: " + warning));
    return cells;
  }

  private static String words(SweepPlan sweep, Map<String, Object> cell) {
    return cell.isEmpty() ? sweep.name() : sweep.words(cell);
  }

  /** Runs of the case that are finished, by their plans. */
  private Map<String, RunRecord> finished() throws IOException {
    Map<String, RunRecord> done = new LinkedHashMap<>();
    if (CaseFile.isCase(caseFolder)) {
      try (CaseFile file = CaseFile.openForReading(caseFolder)) {
        for (RunRecord run : file.runs(RunKind.AUDIT)) {
          if (run.state() == RunRecord.State.FINISHED) {
            done.put(run.plan(), run);
          }
        }
      }
    }
    return done;
  }

  private void list(SweepPlan sweep, List<Cell> cells, Map<String, RunRecord> done) {
    if (json) {
      console.out().println(WireJson.pretty(document(sweep, cells, done, Set.of())));
      return;
    }
    for (Cell cell : cells) {
      RunRecord run = done.get(cell.sha());
      console.out().printf("  %s: %s%n", cell.words(), run == null ? "to do" : run.id());
    }
  }

  private int carryOut(List<Cell> cells, Map<String, RunRecord> done, Set<Cell> failed)
      throws IOException {
    int worst = ExitStatus.DONE;
    int at = 0;
    for (Cell cell : cells) {
      at++;
      if (done.containsKey(cell.sha())) {
        continue;
      }
      console.err().printf("Cell %d of %d: %s%n", at, cells.size(), cell.words());
      Job job =
          new Job.Run(
              Job.PROTOCOL,
              caseFolder.toString(),
              caseOptions.info(),
              plan.toString(),
              cell.yaml(),
              List.of(),
              false);
      int status =
          jobs.apart(job, cell.plan().threads(), JobResult.OfRun.class, result -> said(result));
      if (status == ExitStatus.CANCELLED) {
        console.err().println("What is finished is kept; give the command again to go on.");
        return status;
      } else if (status != ExitStatus.DONE) {
        failed.add(cell);
        worst = Math.max(worst, status);
      }
    }
    return worst;
  }

  private void said(JobResult.OfRun result) {
    result.lost().forEach(console.err()::println);
  }

  private void conclude(SweepPlan sweep, List<String> axes, List<Cell> cells, Set<Cell> failed)
      throws IOException {
    Map<String, RunRecord> done = finished();
    if (json) {
      console.out().println(WireJson.pretty(document(sweep, cells, done, failed)));
    }
    if (json && csv == null) {
      return;
    }
    SweepTable table = table(axes, cells, done);
    for (Cell cell : failed) {
      table.leaveOut(cell.words(), "its run failed; the reason stands where it was its turn");
    }
    if (!json) {
      table.print(console.out());
    }
    if (csv != null) {
      try (OutputStream out = Files.newOutputStream(csv, StandardOpenOption.CREATE_NEW)) {
        table.csv(out);
      }
    }
  }

  private SweepTable table(List<String> axes, List<Cell> cells, Map<String, RunRecord> done)
      throws IOException {
    SweepTable table = new SweepTable(axes);
    if (!done.isEmpty()) {
      try (CaseFile file = CaseFile.openForReading(caseFolder)) {
        for (Cell cell : cells) {
          RunRecord run = done.get(cell.sha());
          if (run != null) {
            table.add(cell.values(), run.id(), Results.read(file.blobs(), run.result()));
          }
        }
      }
    }
    return table;
  }

  private SweepDocument document(
      SweepPlan sweep, List<Cell> cells, Map<String, RunRecord> done, Set<Cell> failed) {
    List<CellDocument> documents = new ArrayList<>();
    for (Cell cell : cells) {
      RunRecord run = done.get(cell.sha());
      CellState state =
          run != null
              ? CellState.FINISHED
              : failed.contains(cell) ? CellState.FAILED : CellState.OPEN;
      documents.add(
          new CellDocument(
              cell.values(),
              state,
              run == null ? null : run.id(),
              run == null ? null : run.result()));
    }
    return new SweepDocument(caseFolder.toString(), sweep.name(), documents);
  }
}
