package org.pentimento.workbench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.figures.PairValues;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.run.contents.RunContents;

/**
 * Reads a run and one of its comparisons in the background. A later request replaces an earlier
 * one. To be used in the display's thread, in which the client is called too.
 */
final class RunReader {
  /** Gets what was read. */
  interface Client {
    /** The run cannot be read: why, and what the user can do. */
    void problem(String words);

    /** The run has no result, or a result without comparisons. */
    void unfinished(RunContents run);

    /**
     * A comparison was read.
     *
     * @param result of the run
     * @param values empty if they cannot be read
     * @param warning why the values cannot be read, or empty
     */
    void comparison(
        RunContents run,
        RunResult result,
        Comparison comparison,
        PairValues values,
        String warning);
  }

  private final CaseInput input;
  private final Control control;
  private final Client client;
  private int requests;

  /**
   * Reads nothing yet.
   *
   * @param control the client is no longer called once it is gone
   */
  RunReader(CaseInput input, Control control, Client client) {
    this.input = input;
    this.control = control;
    this.client = client;
  }

  /**
   * Reads the run.
   *
   * @param comparison id of the comparison to read; the first one is read if there is none of it
   */
  void read(String comparison) {
    inBackground(
        "Reading " + input.name(),
        () -> {
          try {
            RunContents run = RunContents.read(input.caseFolder(), input.id());
            RunResult result = run.result();
            Comparison found = result == null ? null : find(result.comparisons(), comparison);
            return result == null || found == null
                ? () -> client.unfinished(run)
                : values(run, result, found);
          } catch (BadInputException e) {
            return () -> client.problem(e.getMessage() + " " + e.remedy());
          } catch (IOException | UncheckedIOException e) {
            return () ->
                client.problem(
                    "The run cannot be read: "
                        + e.getMessage()
                        + ". Check that the case is still where it was, then refresh.");
          }
        });
  }

  /** Reads another comparison of a run that was read. */
  void read(RunContents run, RunResult result, Comparison comparison) {
    inBackground("Reading " + comparison.id(), () -> values(run, result, comparison));
  }

  private static @Nullable Comparison find(List<Comparison> comparisons, String id) {
    return comparisons.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .or(() -> comparisons.stream().findFirst())
        .orElse(null);
  }

  private Runnable values(RunContents run, RunResult result, Comparison comparison) {
    try {
      PairValues values = RunContents.values(input.caseFolder(), comparison);
      return () -> client.comparison(run, result, comparison, values, "");
    } catch (IOException | UncheckedIOException e) {
      String warning =
          "The single values of this comparison cannot be read, so some charts stay empty: "
              + e.getMessage()
              + " Verify the case in the Custody view.";
      return () -> client.comparison(run, result, comparison, PairValues.NONE, warning);
    }
  }

  /** Reads in a job; what that gives is then run in the display's thread. */
  private void inBackground(String name, Supplier<Runnable> reading) {
    int mine = ++requests;
    Display display = control.getDisplay();
    Job job =
        new Job(name) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            Runnable then = reading.get();
            if (!display.isDisposed()) {
              display.asyncExec(
                  () -> {
                    if (mine == requests && !control.isDisposed()) {
                      then.run();
                    }
                  });
            }
            return Status.OK_STATUS;
          }
        };
    job.setPriority(Job.SHORT);
    job.setSystem(true);
    job.schedule();
  }
}
