package org.pentimento.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pentimento.protocol.JobEvent;

class JobDispatcherTest {
  @Test
  void memoryThatIsUsedUpIsNotOurFaultAndCanBeHelped() {
    JobEvent.Failed failed =
        JobDispatcher.fault(
            new IllegalStateException("a layer", new OutOfMemoryError("physicalBytes (2971M)")));
    assertThat(failed.cause()).isEqualTo(JobEvent.Cause.INPUT);
    assertThat(failed.message()).isEqualTo("The memory that the job may take is used up.");
    assertThat(failed.remedy()).contains("smaller width");
  }

  @Test
  void anythingElseIsOurFaultAndSaysWhereItStands() {
    System.setProperty("pentimento.log", "/logs/pentimento-7.log");
    try {
      JobEvent.Failed failed = JobDispatcher.fault(new IllegalStateException("a layer"));
      assertThat(failed.cause()).isEqualTo(JobEvent.Cause.FAULT);
      assertThat(failed.remedy()).endsWith("/logs/pentimento-7.log");
    } finally {
      System.clearProperty("pentimento.log");
    }
  }
}
