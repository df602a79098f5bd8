package org.pentimento.workbench.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.ui.progress.IProgressConstants;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.PlanText;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.DetachedJob;
import org.pentimento.protocol.JobEvent;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.preferences.ChildSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts jobs in processes of their own, knows those that are running, and finds those that an
 * earlier window left in the background.
 */
@Component(service = ChildJobs.class)
public final class ChildJobs {
  private static final Logger LOG = LoggerFactory.getLogger(ChildJobs.class);

  private final List<String> command;
  private final Path root;
  private final OpenCases cases;
  private final Platform platform;
  private final List<Consumer<ChildJob>> listeners = new CopyOnWriteArrayList<>();
  private boolean searched;

  /** Made by the component framework. */
  @Activate
  public ChildJobs(
      BundleContext context, @Reference OpenCases cases, @Reference Platform platform) {
    this.platform = platform;
    this.command = List.of(property(context, "pentimento.job.command").split("\n"));
    this.root = Path.of(property(context, "pentimento.state")).resolve("jobs");
    this.cases = cases;
  }

  private static String property(BundleContext context, String name) {
    String given = context.getProperty(name);
    if (given == null) {
      throw new IllegalStateException("The launcher did not set " + name);
    }
    return given;
  }

  /** Starts an audit, named after the run that it begins or carries on. */
  public ChildJob startAudit(org.pentimento.protocol.Job.Run order) {
    return start("Audit of " + PlanText.of(order.plan()).runName(), order);
  }

  /**
   * Starts a job; its case, if it has one, is read anew when it ends.
   *
   * @param name for the Progress view, such as "Import of faces"
   * @param order what to do
   */
  public ChildJob start(String name, org.pentimento.protocol.Job order) {
    return schedule(
        new ChildJob(
            name,
            order,
            Instant.now(),
            () -> {
              ChildSettings settings = ChildSettings.current().forJob(order);
              return DetachedJob.start(
                  platform.inOwnSession(settings.command(command, platform.memory())),
                  root,
                  name,
                  order,
                  settings.threads());
            }));
  }

  /**
   * Finds the jobs that an earlier window left in the background and listens to them, whether they
   * still run or have ended since. Only the first call does something. Reads files.
   */
  public void find() {
    synchronized (this) {
      if (searched) {
        return;
      }
      searched = true;
    }
    List<DetachedJob> there;
    try {
      there = DetachedJob.in(root);
    } catch (IOException e) {
      LOG.error("Jobs in the background cannot be looked for in {}", root, e);
      return;
    }
    for (DetachedJob job : there) {
      ChildJob found = new ChildJob(job.name(), job.job(), job.began(), () -> job);
      // Nobody saw how it ended; so the Progress view keeps it.
      found.setProperty(IProgressConstants.KEEP_PROPERTY, true);
      schedule(found);
      Path folder = caseFolder(job.job());
      if (folder != null && CaseFile.isCase(folder)) {
        cases.open(folder);
      }
    }
  }

  private ChildJob schedule(ChildJob job) {
    Path folder = caseFolder(job.order());
    if (folder != null) {
      job.addListener(new ShowCase(folder));
    }
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            if (folder != null && !job.isLeft() && CaseFile.isCase(folder)) {
              cases.open(folder);
            }
          }
        });
    listeners.forEach(listener -> listener.accept(job));
    job.schedule();
    return job;
  }

  /** Opens the case of a job as soon as it is there. */
  private final class ShowCase implements Consumer<JobEvent> {
    private final Path folder;
    private boolean shown;

    ShowCase(Path folder) {
      this.folder = folder;
    }

    @Override
    public void accept(JobEvent event) {
      if (!shown && CaseFile.isCase(folder)) {
        shown = true;
        cases.open(folder);
      }
    }
  }

  /** The jobs that are running, oldest first. */
  public List<ChildJob> running() {
    return Stream.of(Job.getJobManager().find(ChildJob.FAMILY))
        .filter(ChildJob.class::isInstance)
        .map(ChildJob.class::cast)
        .toList();
  }

  /** Stops listening to all jobs; their processes go on in the background. */
  @Deactivate
  public void leave() {
    new ArrayList<>(running()).forEach(ChildJob::leave);
  }

  /** Calls a listener with each job just before it starts, so that it misses no event. */
  public void addListener(Consumer<ChildJob> listener) {
    listeners.add(listener);
  }

  /** Undoes {@link #addListener}. */
  public void removeListener(Consumer<ChildJob> listener) {
    listeners.remove(listener);
  }

  /** The case that a job writes to, null if there is none. */
  public static @Nullable Path caseFolder(org.pentimento.protocol.Job order) {
    if (order instanceof org.pentimento.protocol.Job.Writing writing) {
      return Path.of(writing.caseFolder());
    }
    return null;
  }
}
