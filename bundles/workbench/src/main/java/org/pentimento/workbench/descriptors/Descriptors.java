package org.pentimento.workbench.descriptors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.registry.DisabledExtensions;

/**
 * What is known of the installed extensions. The answer of an earlier start is there at once; the
 * present one is asked for in the background.
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

  /** Asks anew, in the background, such as after an extension was disabled. */
  public void refresh() {
    Job job =
        new Job("Listing the installed extensions") {
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
            folders(context, Path.of(home)),
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
      fail("listing them was interrupted");
    }
  }

  private void tell(ExtensionCatalogue described) {
    known = described;
    listeners.forEach(Runnable::run);
  }

  private void fail(String reason) {
    problem = "The installed extensions cannot be listed: " + reason + ".";
    listeners.forEach(Runnable::run);
  }

  /** What is known now; empty until the first answer was read. */
  public ExtensionCatalogue known() {
    return known;
  }

  /** Why asking failed, as a sentence; empty if it did not. */
  public String problem() {
    return problem;
  }

  /** Calls a listener, in any thread, whenever the answer or the problem changes. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Undoes {@link #addListener}. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  private static List<Path> folders(BundleContext context, Path home) {
    List<Path> folders = new ArrayList<>();
    folders.add(home.resolve("bundles").resolve("headless"));
    String dropIns = context.getProperty("pentimento.dropins.folders");
    if (dropIns == null) {
      folders.add(home.resolve("dropins"));
    } else {
      Stream.of(dropIns.split("\n")).map(Path::of).forEach(folders::add);
    }
    return folders;
  }
}
