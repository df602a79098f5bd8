package org.pentimento.workbench.descriptors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.audit.DisabledExtensions;

/**
 * The descriptors of all extensions. What was told last is there as soon as it is read from its
 * file; whether that still holds is found out in the background.
 */
@Component(service = Descriptors.class)
public final class Descriptors {
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile ExtensionCatalogue known = ExtensionCatalogue.EMPTY;
  private volatile String problem = "";
  private final BundleContext context;

  /** Made by the component framework. */
  @Activate
  public Descriptors(BundleContext context) {
    this.context = context;
    refresh();
  }

  /** Asks anew in the background, say because an extension was taken out of use. */
  public void refresh() {
    Job job =
        new Job("Asking what is installed") {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            read();
            return Status.OK_STATUS;
          }
        };
    job.setPriority(Job.LONG);
    job.schedule();
  }

  private void read() {
    String command = context.getProperty("pentimento.command");
    String home = context.getProperty("pentimento.home");
    if (command == null || home == null) {
      fail("the launcher did not say how to start the product");
      return;
    }
    DescriptorCache cache =
        new DescriptorCache(
            List.of(command.split("\n")),
            Path.of(home),
            Path.of(Platform.getStateLocation(context.getBundle()).toOSString()),
            DisabledExtensions.in(
                Path.of(String.valueOf(context.getProperty("pentimento.config")))));
    cache.latest().ifPresent(this::tell);
    try {
      tell(cache.read());
    } catch (IOException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail("it was not asked to the end");
    }
  }

  private void tell(ExtensionCatalogue described) {
    known = described;
    listeners.forEach(Runnable::run);
  }

  private void fail(String reason) {
    problem = "What is installed cannot be told: " + reason + ".";
    listeners.forEach(Runnable::run);
  }

  /** What is known now; nothing before it was read first. */
  public ExtensionCatalogue known() {
    return known;
  }

  /** Why nothing newer can be known, as a sentence; empty if it can. */
  public String problem() {
    return problem;
  }

  /** Calls a listener in any thread when something else is known. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Undoes {@link #addListener}. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
