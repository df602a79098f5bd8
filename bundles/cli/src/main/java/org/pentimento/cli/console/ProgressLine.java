package org.pentimento.cli.console;

import java.util.Locale;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.TimeLeft;
import org.pentimento.verdict.ConditionNames;

/** Shows a job's events: a bar with rate and time left on a terminal, plain lines otherwise. */
final class ProgressLine {
  private static final int BAR = 16;

  /** A longer line would be broken by a terminal of usual width, and could not be drawn over. */
  private static final int WIDTH = 118;

  private static final long PLAIN_INTERVAL = 10_000_000_000L;

  private final Console console;
  private String task = "";
  private String loss = "";
  private long trainingBegan;
  private String training = "";
  private String whole = "";
  private int stepsSaid = -1;
  private long said;
  private boolean drawn;

  ProgressLine(Console console) {
    this.console = console;
  }

  void show(JobEvent event) {
    if (event instanceof JobEvent.Progress p) {
      progress(p);
    } else if (event instanceof JobEvent.Loss l) {
      loss(l);
    } else if (event instanceof JobEvent.Whole w) {
      whole(w);
    } else if (event instanceof JobEvent.Waiting w) {
      clear();
      console.err().println(w.words());
    } else if (event instanceof JobEvent.LineEnded e) {
      clear();
      console.err().println(e.message());
    } else if (event instanceof JobEvent.Note n) {
      clear();
      console.err().println(n.message());
    }
  }

  private void progress(JobEvent.Progress p) {
    boolean isNew = !p.task().equals(task);
    task = p.task();
    loss = "";
    line(
        p.task(),
        p.done(),
        p.total(),
        p.perSecond(),
        "",
        isNew || (p.total() > 0 && p.done() == p.total()));
  }

  private void whole(JobEvent.Whole w) {
    whole = w.words();
    // Lines that stay say it once a step; a bar says it all the time.
    if (!console.terminal() && w.done() != stepsSaid) {
      stepsSaid = w.done();
      console.err().println(ConditionNames.capital(whole));
    }
  }

  private void loss(JobEvent.Loss l) {
    boolean isNew = !l.training().equals(training);
    if (isNew) {
      training = l.training();
      trainingBegan = System.nanoTime();
    }
    loss =
        l.losses().entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%s %.4f", e.getKey(), e.getValue()))
            .reduce((a, b) -> a + ", " + b)
            .orElse("");
    double seconds = (System.nanoTime() - trainingBegan) / 1e9;
    double rate = seconds > .5 ? l.step() / seconds : 0;
    line(
        "Training " + l.training(),
        l.step(),
        l.total(),
        rate,
        loss,
        isNew || l.step() == l.total());
  }

  private void line(
      String what, long done, long total, double rate, String extra, boolean important) {
    long now = System.nanoTime();
    if (console.terminal()) {
      if (important || now - said > 100_000_000L) {
        said = now;
        String text = text(what, done, total, rate, extra);
        console.err().print("\r\033[K" + (text.length() > WIDTH ? text.substring(0, WIDTH) : text));
        console.err().flush();
        drawn = true;
        if (total > 0 && done == total) {
          console.err().println();
          drawn = false;
        }
      }
    } else if (important || now - said > PLAIN_INTERVAL) {
      said = now;
      console.err().println(text(what, done, total, rate, extra));
    }
  }

  private String text(String what, long done, long total, double rate, String extra) {
    StringBuilder text = new StringBuilder(what);
    if (total > 0) {
      double share = Math.min(1, (double) done / total);
      if (console.terminal()) {
        int filled = (int) Math.round(share * BAR);
        text.append("  ").append("━".repeat(filled)).append("╌".repeat(BAR - filled));
      }
      text.append(String.format(Locale.ROOT, "  %d/%d", done, total));
    } else if (done > 0) {
      text.append("  ").append(done);
    }
    if (rate > 0 && done > 0) {
      text.append(String.format(Locale.ROOT, "  %.3g/s", rate));
      if (total > done) {
        text.append("  ").append(TimeLeft.words((total - done) / rate)).append(" left");
      }
    }
    if (console.terminal() && !whole.isEmpty()) {
      text.append("  (").append(whole).append(')');
    }
    return extra.isEmpty() ? text.toString() : text + "  " + extra;
  }

  /** Ends a half-drawn bar so that other text begins on a line of its own. */
  void clear() {
    if (drawn) {
      console.err().println();
      drawn = false;
    }
  }
}
