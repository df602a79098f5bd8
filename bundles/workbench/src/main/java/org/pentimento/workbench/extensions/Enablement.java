package org.pentimento.workbench.extensions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.registry.DisabledExtensions;

/** Reads and changes which extensions the user has disabled, in the background. */
final class Enablement {
  private final Consumer<Set<String>> changed;

  /**
   * Begins to read.
   *
   * @param changed called in any thread with {@code KIND ID} of all disabled extensions
   */
  Enablement(Consumer<Set<String>> changed) {
    this.changed = changed;
    inBackground("Reading which extensions are disabled", () -> {});
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Disables or enables an extension for processes that start from now on. */
  void set(String kind, String id, boolean disabled) {
    inBackground(
        (disabled ? "Disabling " : "Enabling ") + id, () -> file().set(kind, id, disabled));
  }

  private void inBackground(String name, Work work) {
    Job job =
        new Job(name) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            try {
              work.run();
              changed.accept(file().all());
              return Status.OK_STATUS;
            } catch (IOException e) {
              return new Status(
                  IStatus.ERROR,
                  "org.pentimento.workbench",
                  name
                      + " failed: "
                      + file().file()
                      + " cannot be used: "
                      + e.getMessage()
                      + "\n\nCheck the rights of its folder and that the disk has room.",
                  e);
            }
          }
        };
    job.setPriority(Job.SHORT);
    job.schedule();
  }

  /** The file that lists them. */
  static DisabledExtensions file() {
    String folder =
        FrameworkUtil.getBundle(Enablement.class)
            .getBundleContext()
            .getProperty("pentimento.config");
    return DisabledExtensions.in(Path.of(String.valueOf(folder)));
  }
}
