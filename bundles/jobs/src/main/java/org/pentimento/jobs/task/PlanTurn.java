package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.audit.step.LeftAloneException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.line.LeftLine;
import org.pentimento.casefile.line.LineTurn;
import org.pentimento.casefile.store.CaseBusyException;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out a plan in its turn, if it waits, and tells at the end of a line that it is over: on
 * the desktop if there is one, so that nobody has to keep a window open for that.
 */
final class PlanTurn {
  private static final Logger LOG = LoggerFactory.getLogger(PlanTurn.class);
  private static final long LOOK_MS = 1000;

  private final Job.Run job;
  private final String plan;
  private final Platform platform;
  private final Consumer<JobEvent> events;
  private final Progress progress;
  private final Path folder;
  private @Nullable LineTurn turn;

  /**
   * Takes no place yet.
   *
   * @param plan its name
   */
  PlanTurn(
      Job.Run job, String plan, Platform platform, Consumer<JobEvent> events, Progress progress) {
    this.job = job;
    this.plan = plan;
    this.platform = platform;
    this.events = events;
    this.progress = progress;
    this.folder = Path.of(job.caseFolder()).toAbsolutePath().normalize();
  }

  /**
   * What is done.
   *
   * @param <T> what it gives
   */
  interface Work<T> {
    /** Does it; {@link #open} waits for the turn. */
    T in(PlanTurn turn) throws IOException, CancelledException;
  }

  /** Does work from taking a place in the line to leaving it. */
  <T> T carryOut(Work<T> work) throws IOException, CancelledException {
    LeftLine.How how = LeftLine.How.FAILED;
    try {
      if (Boolean.TRUE.equals(job.waits()) && CaseFile.isCase(folder)) {
        LineTurn taken = LineTurn.take(folder, plan);
        turn = taken;
        LineTurn.Standing standing = taken.look();
        if (!standing.turn()) {
          tell(standing);
        }
      }
      T result = work.in(this);
      how = LeftLine.How.DONE;
      return result;
    } catch (TakenOutException e) {
      how = LeftLine.How.TAKEN_OUT;
      throw e;
    } catch (LeftAloneException e) {
      how = LeftLine.How.INTERRUPTED;
      throw e;
    } catch (CancelledException e) {
      how = LeftLine.How.CANCELLED;
      throw e;
    } finally {
      leave(how);
    }
  }

  private void tell(LineTurn.Standing standing) {
    events.accept(new JobEvent.Waiting(standing.before(), standing.paused()));
  }

  /** Opens the case for writing; one that waits does so when its turn has come. */
  CaseFile open() throws IOException, CancelledException {
    LineTurn taken = turn;
    CaseFile opened;
    if (taken == null) {
      opened = atOnce();
      taken = place(opened);
      turn = taken;
    } else {
      opened = await(taken);
    }
    if (taken != null) {
      taken.begin();
    }
    return opened;
  }

  private CaseFile atOnce() throws IOException {
    try {
      return Cases.open(job.caseFolder(), job.info());
    } catch (CaseBusyException e) {
      throw new CaseBusyException(
          String.valueOf(e.getMessage()),
          "Let the plan wait in line until that is done: pentimento run --wait. Or end what is"
              + " being done.");
    }
  }

  /** A case without a line is a case all the same. */
  private @Nullable LineTurn place(CaseFile opened) {
    try {
      return LineTurn.take(opened.folder(), plan);
    } catch (IOException e) {
      LOG.warn("There is no place in the line of {}", opened.folder(), e);
      return null;
    }
  }

  private CaseFile await(LineTurn taken) throws IOException, CancelledException {
    LineTurn.Standing told = null;
    while (true) {
      progress.checkCancelled();
      LineTurn.Standing now = taken.look();
      if (now.removed()) {
        throw new TakenOutException(plan);
      }
      if (now.turn()) {
        try {
          return CaseFile.openForWriting(folder);
        } catch (CaseBusyException e) {
          LOG.debug("The case is busy", e);
        }
      }
      if (!now.equals(told)) {
        tell(now);
        told = now;
      }
      try {
        Thread.sleep(LOOK_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
  }

  private void leave(LeftLine.How how) {
    LineTurn taken = turn;
    if (taken == null) {
      return;
    }
    try {
      List<LeftLine> all = taken.leave(how);
      if (!all.isEmpty()) {
        String message =
            "The line of " + folder.getFileName() + " has ended. " + LeftLine.words(all);
        boolean shown = platform.tell("Pentimento", message);
        events.accept(new JobEvent.LineEnded(message, shown));
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The line of {} was not left in good order", folder, e);
    }
  }
}
