package org.pentimento.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/**
 * What a job says, one JSON object a line. The last one is {@link Done}, {@link Failed} or {@link
 * Cancelled}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = JobEvent.Progress.class, name = "progress"),
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

  /**
   * How far a piece of work is.
   *
   * @param task what is being done
   * @param done units finished
   * @param total units expected, 0 if unknown
   * @param perSecond units a second since the task began
   */
  record Progress(String task, long done, long total, double perSecond) implements JobEvent {}

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

  /** The job failed. */
  record Failed(Cause cause, String message, String remedy) implements JobEvent {}

  /** The job ended because it was asked to; what it had finished is kept. */
  record Cancelled() implements JobEvent {}

  /** Whose fault a failure is. */
  enum Cause {
    /** Something given cannot be used; the remedy says what to do. */
    INPUT,
    /** The product failed; details are in its log. */
    FAULT
  }
}
