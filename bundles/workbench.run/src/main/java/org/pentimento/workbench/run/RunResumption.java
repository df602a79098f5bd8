package org.pentimento.workbench.run;

import java.util.List;
import org.eclipse.ui.PlatformUI;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.EvidenceHeader;
import org.pentimento.workbench.jobs.ChildJobs;
import org.pentimento.workbench.jobs.RunConsent;
import org.pentimento.workbench.run.contents.RunContents;
import org.pentimento.workbench.run.live.LiveRun;
import org.pentimento.workbench.run.live.LiveRuns;

/** Starts the plan of an unfinished run again; the case then carries on with that run. */
final class RunResumption {
  private final CaseInput input;
  private final LiveRuns live;
  private final EvidenceHeader header;

  /**
   * Starts nothing yet.
   *
   * @param header says what happens
   */
  RunResumption(CaseInput input, LiveRuns live, EvidenceHeader header) {
    this.input = input;
    this.live = live;
    this.header = header;
  }

  /** Asks for what the plan needs consent to, then starts it. */
  void start(RunContents run) {
    if (live.of(input.caseFolder(), run.record().id()).filter(LiveRun::isRunning).isPresent()) {
      header.warn("This audit is running already.");
    } else if (RunConsent.given(input.caseFolder(), run.plan())) {
      header.busy(
          live.of(input.caseFolder()).filter(LiveRun::isRunning).isPresent()
              ? "The audit waits in line; then it carries on where it stopped …"
              : "The audit carries on where it stopped …");
      PlatformUI.getWorkbench()
          .getService(ChildJobs.class)
          .startAudit(
              new Job.Run(
                  Job.PROTOCOL,
                  input.caseFolder().toString(),
                  null,
                  "of " + input.name(),
                  run.plan(),
                  List.of(),
                  true));
    }
  }
}
