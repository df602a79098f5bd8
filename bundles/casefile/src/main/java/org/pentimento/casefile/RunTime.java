package org.pentimento.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.RunEvent;
import org.pentimento.casefile.event.RunInterrupted;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.TrainingMeasured;
import org.pentimento.casefile.log.Entry;

/**
 * How long a run was at work, without the pauses in which nothing was done for it: by the times in
 * the custody log, and by what trainings measured themselves for what a killed process did.
 *
 * @param seconds of work
 * @param parts how many times it was started
 * @param atLeast whether a process was killed at work that nothing tells of
 */
public record RunTime(double seconds, int parts, boolean atLeast) {
  /** Looks a run up in a log; zero for a run that was never started. */
  public static RunTime of(List<Entry> entries, String run) {
    Clock clock = new Clock();
    for (Entry entry : entries) {
      RunEvent event = entry.as(RunEvent.class).orElse(null);
      if (event != null && event.run().equals(run)) {
        clock.hear(event, entry.time());
      }
    }
    return new RunTime(Math.rint(clock.seconds * 1000) / 1000, clock.parts, clock.lost);
  }

  /** Such as {@code 3 min 20 s of work in 2 parts}. */
  public String words() {
    long whole = Math.round(seconds);
    String time =
        whole < 120
            ? whole + " s"
            : whole < 7200
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    return (atLeast ? "at least " : "")
        + time
        + " of work"
        + (parts > 1 ? " in " + parts + " parts, pauses not counted" : "");
  }

  private static final class Clock {
    private double seconds;
    private int parts;

    /** Since when the process that is at work is, or the last entry of it that was counted up. */
    private @Nullable Instant since;

    /** Seconds that were counted since the last step of the run was finished, over all parts. */
    private double sinceStep;

    private boolean lost;

    /** Whether a process was killed since the last step. */
    private boolean killed;

    void hear(RunEvent event, Instant time) {
      if (event instanceof RunStarted) {
        parts++;
        since = time;
        return;
      }
      Instant from = since;
      if (event instanceof RunInterrupted) {
        killed |= from != null;
        since = null;
        return;
      }
      double passed = from == null ? 0 : Math.max(0, Duration.between(from, time).toMillis()) / 1e3;
      seconds += passed;
      sinceStep += passed;
      since = event instanceof RunEvent.End ? null : time;
      if (event instanceof TrainingMeasured measured) {
        // It counts what killed processes did for it too.
        seconds += killed ? Math.max(0, measured.cost().seconds() - sinceStep) : 0;
        killed = false;
        sinceStep = 0;
      } else if (!(event instanceof RunEvent.End)) {
        lost |= killed;
        killed = false;
        sinceStep = 0;
      }
    }
  }
}
