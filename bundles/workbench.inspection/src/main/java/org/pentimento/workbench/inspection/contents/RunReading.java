package org.pentimento.workbench.inspection.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EvidenceHeader;
import org.pentimento.workbench.jobs.ChildJobs;

/**
 * Reads a run for its editor in the background. While the run has no result, the head of the editor
 * says why and offers to go on, and the run is read again whenever its case changes.
 *
 * @param <S> what the run found
 */
public final class RunReading<S> {
  private final ChildJobs jobs = PlatformUI.getWorkbench().getService(ChildJobs.class);
  private final CaseInput input;
  private final EvidenceHeader header;
  private final ReadRun.Kind<S> kind;
  private final Consumer<S> show;
  private final BackgroundReading reading;
  private boolean shown;

  /**
   * Begins to read.
   *
   * @param parent nothing is shown any more once it is gone
   * @param show is given what the run found, in the display's thread
   */
  public RunReading(
      Composite parent,
      CaseInput input,
      EvidenceHeader header,
      ReadRun.Kind<S> kind,
      Consumer<S> show) {
    this.input = input;
    this.header = header;
    this.kind = kind;
    this.show = show;
    reading = new BackgroundReading(parent);
    follow(parent);
    read();
  }

  private void follow(Composite parent) {
    OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    Runnable changed =
        () -> {
          if (!parent.isDisposed()) {
            parent
                .getDisplay()
                .asyncExec(
                    () -> {
                      if (!parent.isDisposed() && !shown) {
                        read();
                      }
                    });
          }
        };
    cases.addListener(changed);
    parent.addDisposeListener(e -> cases.removeListener(changed));
  }

  private void read() {
    reading.read(
        "Reading " + input.name(),
        0,
        () -> {
          try {
            ReadRun<S> run = ReadRun.read(input.caseFolder(), input.id(), kind);
            return () -> tell(run);
          } catch (BadInputException e) {
            return () -> problem(e.getMessage() + " " + e.remedy());
          } catch (IOException | UncheckedIOException e) {
            return () ->
                problem(
                    "It cannot be read: "
                        + e.getMessage()
                        + ". Check that the case is still where it was, then refresh.");
          }
        });
  }

  private void problem(String words) {
    header.tell("", "");
    header.warn(words);
  }

  private void tell(ReadRun<S> run) {
    S found = run.found();
    Job order = run.order();
    RunRecord record = run.run();
    if (found != null) {
      shown = true;
      header.warn("");
      show.accept(found);
    } else if (order != null && record != null) {
      unfinished(record, order);
    }
  }

  private void unfinished(RunRecord run, Job order) {
    if (run.state() == RunRecord.State.STARTED && isBusy()) {
      header.tell("It is running; the view Progress says how far it is.", "");
      header.warn("");
      return;
    }
    header.tell("It is not finished.", "");
    header.warn(
        RunState.words(run),
        "&Resume",
        () -> {
          header.busy("It carries on where it stopped …");
          jobs.start(run.name(), order);
        });
  }

  /** Whether a job writes to the case; there is never more than one. */
  private boolean isBusy() {
    return jobs.running().stream()
        .anyMatch(job -> input.caseFolder().equals(ChildJobs.caseFolder(job.order())));
  }
}
