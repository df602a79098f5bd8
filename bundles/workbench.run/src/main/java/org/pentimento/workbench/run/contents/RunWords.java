package org.pentimento.workbench.run.contents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.TimeWords;

/** What a run is and how it ended, in words. */
public final class RunWords {
  private RunWords() {}

  /** On what data the run worked, how it ended and how long it took. */
  public static String facts(RunContents contents, RunResult result) {
    RunRecord run = contents.record();
    RunResult.DataUsed data = result.data();
    return "%s: %d training and %d test pairs, %d × %d pixels. %s, %s."
        .formatted(
            data.dataset(),
            data.train().size(),
            data.test().size(),
            data.width(),
            data.height(),
            ConditionNames.capital(state(run)),
            contents.took().words());
  }

  /** What an extension is and how it is called, such as {@code metric Scoot 1.0.0}. */
  public static String name(UsedExtension used) {
    String version = used.version().isEmpty() ? "" : " " + used.version();
    return used.kind().word().replace('-', ' ') + " " + used.name() + version;
  }

  /** Names what a result was made with that is not installed; empty if nothing is missing. */
  public static String missing(List<String> extensions) {
    return extensions.isEmpty()
        ? ""
        : " Not installed here: "
            + String.join(", ", extensions)
            + ". The result is shown as it was stored.";
  }

  /**
   * Why there is no result, and what was kept.
   *
   * @param why what the window itself knows about its end, or empty
   */
  public static String unfinished(RunContents contents, String why) {
    RunRecord run = contents.record();
    String how =
        switch (run.state()) {
          case STARTED ->
              why.isEmpty()
                  ? "its process ended without a word, or is running elsewhere."
                  : "it was interrupted. " + why;
          case INTERRUPTED -> "its process ended without a word.";
          case CANCELLED -> "it was cancelled.";
          case FAILED -> "it failed. " + sentence(run.message());
          case FINISHED -> "its result is missing.";
        };
    String kept =
        contents.steps() == 0
            ? ""
            : contents.steps() == 1
                ? " One finished step is kept."
                : " " + contents.steps() + " finished steps are kept.";
    return "This run has no result: " + how + kept;
  }

  /** The state of a run. */
  public static String state(RunRecord run) {
    return run.state().name().toLowerCase(Locale.ROOT);
  }

  /** A time where this computer is, to the minute. */
  public static String time(Instant time) {
    return TimeWords.minute(time);
  }

  private static String sentence(String text) {
    return text.isEmpty() || text.matches("(?s).*[.!?]") ? text : text + ".";
  }
}
