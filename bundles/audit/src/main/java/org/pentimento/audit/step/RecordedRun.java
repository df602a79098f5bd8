package org.pentimento.audit.step;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunCancelled;
import org.pentimento.casefile.event.RunFailed;
import org.pentimento.casefile.event.RunInterrupted;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.RunStarted;

/** Work on a case whose start and end, good or bad, is in the custody log. */
public final class RecordedRun {
  private final CaseFile caseFile;
  private final String id;

  private RecordedRun(CaseFile caseFile, String id) {
    this.caseFile = caseFile;
    this.id = id;
  }

  /**
   * What is done.
   *
   * @param <T> what it gives
   */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it and records that it is finished. */
    T on(String run) throws IOException, CancelledException;
  }

  /**
   * Starts a run, or goes on with the one that was asked for the same and did not finish.
   *
   * @param name of its plan, or as a person named it
   * @param plan SHA-256 of the blob with what is asked for
   */
  public static RecordedRun begin(CaseFile caseFile, RunKind kind, String name, String plan)
      throws IOException {
    List<RunRecord> runs = caseFile.runs();
    String id =
        runs.stream()
            .filter(
                run ->
                    run.kind() == kind
                        && run.plan().equals(plan)
                        && run.state() != RunRecord.State.FINISHED)
            .map(RunRecord::id)
            .findFirst()
            .orElse(kind.word() + "-" + (runs.size() + 1));
    caseFile.record(new RunStarted(id, name, plan, kind));
    return new RecordedRun(caseFile, id);
  }

  /** Does the work; records why it ended if it does not finish. */
  public <T> T carryOut(Work<T> work) throws IOException, CancelledException {
    try {
      return work.on(id);
    } catch (LeftAloneException e) {
      caseFile.record(new RunInterrupted(id));
      throw e;
    } catch (CancelledException e) {
      caseFile.record(new RunCancelled(id));
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      recordFailure(e);
      throw e;
    }
  }

  private void recordFailure(Throwable failure) {
    try {
      caseFile.record(new RunFailed(id, String.valueOf(failure.getMessage())));
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(
          e); // the first failure is the one to tell; the log may lack room for it
    }
  }
}
