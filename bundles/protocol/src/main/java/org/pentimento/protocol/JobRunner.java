package org.pentimento.protocol;

import java.util.function.Consumer;

/** Carries out jobs in this process; an OSGi service. */
public interface JobRunner {
  /**
   * Carries out a job. Throws nothing: however the job ends, the last event tells.
   *
   * @param events hears every event, the last one included
   * @param stop looked at now and then; once it is given, the job ends early
   * @return the last event
   */
  JobEvent run(Job job, Consumer<JobEvent> events, StopSignal stop);
}
