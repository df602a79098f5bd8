package org.pentimento.workbench.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.workbench.cases.OpenCases;

/** Starts jobs in processes of their own, and knows those that are going on. */
@Component(service = ChildJobs.class)
public final class ChildJobs {
  private final List<String> command;
  private final OpenCases cases;
  private final List<Consumer<ChildJob>> listeners = new CopyOnWriteArrayList<>();

  /** Made by the component framework. */
  @Activate
  public ChildJobs(BundleContext context, @Reference OpenCases cases) {
    String given = context.getProperty("pentimento.job.command");
    if (given == null) {
      throw new IllegalStateException("The launcher did not say how to start a job");
    }
    this.command = List.of(given.split("\n"));
    this.cases = cases;
  }

  /**
   * Starts a job; its case, if it has one, is read anew when it ends.
   *
   * @param name for the Progress view, such as "Audit of first look"
   * @param order what to do
   */
  public ChildJob start(String name, org.pentimento.audit.job.Job order) {
    ChildJob job = new ChildJob(name, ChildSettings.current().command(command), order);
    Path folder = caseFolder(order);
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            if (folder != null) {
              cases.open(folder);
            }
          }
        });
    listeners.forEach(listener -> listener.accept(job));
    job.schedule();
    return job;
  }

  /** The jobs that go on, oldest first. */
  public List<ChildJob> running() {
    return Stream.of(Job.getJobManager().find(ChildJob.FAMILY))
        .filter(ChildJob.class::isInstance)
        .map(ChildJob.class::cast)
        .toList();
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
  public static @Nullable Path caseFolder(org.pentimento.audit.job.Job order) {
    if (order instanceof org.pentimento.audit.job.Job.Run run) {
      return Path.of(run.caseFolder());
    } else if (order instanceof org.pentimento.audit.job.Job.Import taken) {
      return Path.of(taken.caseFolder());
    } else if (order instanceof org.pentimento.audit.job.Job.Poison poison) {
      return Path.of(poison.caseFolder());
    }
    return null;
  }
}
