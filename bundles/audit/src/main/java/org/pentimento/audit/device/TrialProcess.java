package org.pentimento.audit.device;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pentimento.audit.job.Job;
import org.pentimento.audit.job.JobEvent;
import org.pentimento.audit.job.JobProcess;

/**
 * Tries a GPU in a process of its own, since machine code that a GPU does not know, or a broken
 * driver, may end a process or keep it for ever.
 *
 * @param command starts the product as a job server
 * @param patience after which the process is ended
 */
record TrialProcess(List<String> command, Duration patience) implements GpuTrial {
  /** That the process may crash is expected; nobody wants its remains. */
  private static final List<String> QUIET =
      List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null");

  @Override
  public Optional<String> failure(String engine, String device) {
    List<String> quiet = new ArrayList<>(command);
    int jar = quiet.indexOf("-jar");
    if (jar >= 0) {
      quiet.addAll(jar, QUIET);
    }
    try {
      JobEvent last =
          JobProcess.attempt(quiet, new Job.TryDevice(Job.PROTOCOL, device, engine), patience);
      if (last instanceof JobEvent.Done) {
        return Optional.empty();
      }
      return Optional.of(
          last instanceof JobEvent.Failed failed
              ? "a trial computation on it failed: " + failed.message()
              : "a trial computation on it was cancelled");
    } catch (IOException e) {
      return Optional.of("the process for a trial cannot be started: " + e.getMessage());
    }
  }
}
