package org.pentimento.workbench.run.contents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.RunTime;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.figures.PairValues;
import org.pentimento.plan.StoredPlan;

/**
 * What a case holds of a run.
 *
 * @param record what the custody log says of it
 * @param result what it found, null if it has not finished
 * @param plan the plan that was carried out, YAML
 * @param steps how many of its steps are finished
 * @param costs how long the trainings of the case took
 * @param took how long it was at work
 */
public record RunContents(
    RunRecord record,
    @Nullable RunResult result,
    String plan,
    long steps,
    TrainingCosts costs,
    RunTime took) {
  private static final int LARGEST_PLAN = 4 << 20;

  /**
   * Reads a run.
   *
   * @throws BadInputException if the case cannot be read or has no such run
   */
  public static RunContents read(Path caseFolder, String id) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      RunRecord record =
          file.run(id)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The case " + caseFolder + " has no run " + id + ".",
                          "Open the case that has it, or close this editor."));
      RunResult result =
          record.result().isEmpty() ? null : Results.read(file.blobs(), record.result());
      byte[] plan = file.blobs().read(record.plan());
      String text = plan.length > LARGEST_PLAN ? "(too large)" : StoredPlan.text(plan);
      List<Entry> entries = file.entries();
      return new RunContents(
          record,
          result,
          text,
          steps(entries, id),
          TrainingCosts.of(file),
          RunTime.of(entries, id));
    }
  }

  private static long steps(List<Entry> entries, String id) {
    return entries.stream()
        .filter(e -> e.as(StepFinished.class).filter(step -> step.run().equals(id)).isPresent())
        .count();
  }

  /** Reads the single values of a comparison. */
  public static PairValues values(Path caseFolder, Comparison comparison) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      return new PairValues(
          List.of(file.blobs().readJson(comparison.measurements(), MeasurementRow[].class)));
    }
  }

  /** Whether the run has finished. */
  public boolean finished() {
    return record.state() == RunRecord.State.FINISHED;
  }
}
