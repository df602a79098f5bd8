package org.pentimento.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job says, one JSON object a line. The last one is {@link Done}, {@link Failed} or {@link
 * Cancelled}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JobEvent.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = JobEvent.Whole.class, name = "whole"),
  @JsonSubTypes.Type(value = JobEvent.Waiting.class, name = "waiting"),
  @JsonSubTypes.Type(value = JobEvent.LineEnded.class, name = "line-ended"),
  @JsonSubTypes.Type(value = JobEvent.Note.class, name = "note"),
  @JsonSubTypes.Type(value = JobEvent.Loss.class, name = "loss"),
  @JsonSubTypes.Type(value = JobEvent.Preview.class, name = "preview"),
  @JsonSubTypes.Type(value = JobEvent.Done.class, name = "done"),
  @JsonSubTypes.Type(value = JobEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = JobEvent.Cancelled.class, name = "cancelled")
})
public sealed interface JobEvent {
  /**
   * The exit status of a process whose last event this is: 0 done, 3 bad input, 4 cancelled, 5 our
   * fault.
   */
  default int exitStatus() {
    if (this instanceof Done) {
      return 0;
    } else if (this instanceof Cancelled) {
      return 4;
    }
    return this instanceof Failed failed && failed.cause() == Cause.INPUT ? 3 : 5;
  }

  /** Whether no other event of the process follows. */
  default boolean endsJob() {
    return this instanceof Done || this instanceof Failed || this instanceof Cancelled;
  }

  /**
   * How far a piece of work is.
   *
   * @param task what is being done
   * @param done units finished
   * @param total units expected, 0 if unknown
   * @param perSecond units a second since the task began
   */
  record Progress(String task, long done, long total, double perSecond) implements JobEvent {}

  /**
   * How far all of a job is.
   *
   * @param done steps finished
   * @param total steps that there are
   * @param secondsLeft what the rest will probably take, null if nothing tells yet
   * @param atLeast whether there are steps whose time nothing tells yet, so that it takes longer
   */
  record Whole(int done, int total, @Nullable Double secondsLeft, boolean atLeast)
      implements JobEvent {
    /** Such as {@code step 3 of 9, about 12 min left for all}. */
    public String words() {
      if (done >= total) {
        return "all " + total + " steps done";
      }
      String steps = "step " + (done + 1) + " of " + total;
      if (secondsLeft == null) {
        return steps;
      }
      return steps
          + (atLeast ? ", at least " : ", about ")
          + TimeLeft.words(secondsLeft)
          + " left for all";
    }
  }

  /**
   * A plan waits in the line of its case.
   *
   * @param before number of plans that come first; 0 if it waits only until what is being done to
   *     the case has ended
   * @param paused whether nobody's turn comes until a person resumes the line
   */
  record Waiting(int before, boolean paused) implements JobEvent {
    /** How it stands, for a person. */
    public String words() {
      String place =
          before == 0
              ? "Waiting until what is being done to the case has ended"
              : "Waiting in line, with " + before + " before it";
      return paused
          ? "The line is paused until it is resumed (Resume in Plans in Line, or 'pentimento queue"
              + " CASE --resume'). "
              + (before == 0 ? "This is the next." : place + ".")
          : place;
    }
  }

  /**
   * The last plan in the line of a case has left it.
   *
   * @param message how all of them ended
   * @param shown whether the desktop has shown it already
   */
  record LineEnded(String message, boolean shown) implements JobEvent {}

  /** Something worth knowing that is not an error. */
  record Note(String message) implements JobEvent {}

  /** Losses of a training step. */
  record Loss(String training, long step, long total, Map<String, Double> losses)
      implements JobEvent {}

  /**
   * Sketches while a training goes on.
   *
   * @param files PNG files that stay until the next preview of the training
   */
  record Preview(String training, long step, List<String> files) implements JobEvent {}

  /** The job is done. */
  record Done(JobResult result) implements JobEvent {}

  /**
   * The job failed.
   *
   * @param without the call of an extension that made its process useless, by not ending or by
   *     ending the process; whoever started the job may start it again without that call. Null if
   *     there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Failed(Cause cause, String message, String remedy, @Nullable Call without)
      implements JobEvent {
    /** A failure that would come again. */
    public Failed(Cause cause, String message, String remedy) {
      this(cause, message, remedy, null);
    }
  }

  /**
   * A method of an extension that is not called any more.
   *
   * @param kind word for the kind of the extension, such as {@code trigger}
   * @param extension id of the extension
   * @param method its name
   * @param problem what it did, as the end of a sentence without a full stop
   */
  record Call(String kind, String extension, String method, String problem) {}

  /**
   * The job ended because it was asked to; what it had finished is kept.
   *
   * @param why another reason than that a person asked this job to stop, in whole sentences; null
   *     if there is none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cancelled(@Nullable String why) implements JobEvent {
    /** A person asked it to stop. */
    public Cancelled() {
      this(null);
    }
  }

  /** Whose fault a failure is. */
  enum Cause {
    /** Something given cannot be used; the remedy says what to do. */
    INPUT,
    /** The product failed; details are in its log. */
    FAULT
  }
}
