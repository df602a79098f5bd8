package org.pentimento.jobs.task;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.audit.device.GpuTrial;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobProcess;

/**
 * Tries a GPU in a process of its own, since machine code that a GPU does not know, or a broken
 * driver, may end a process or keep it for ever.
 */
@Component(service = GpuTrial.class)
public final class DeviceTrialProcess implements GpuTrial {
  /** The process may crash, which is expected; no core dump and no crash report of it is kept. */
  private static final List<String> QUIET =
      List.of("-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=/dev/null");

  /** The first trial unpacks the native libraries, which are large. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final List<String> command;
  private final Duration patience;

  /** Made by the component framework. */
  @Activate
  public DeviceTrialProcess(BundleContext context) {
    this(
        List.of(String.valueOf(context.getProperty("pentimento.job.command")).split("\n")),
        PATIENCE);
  }

  /**
   * Makes trials.
   *
   * @param command starts the product as a job server
   * @param patience after which the process is ended
   */
  DeviceTrialProcess(List<String> command, Duration patience) {
    this.command = command;
    this.patience = patience;
  }

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
