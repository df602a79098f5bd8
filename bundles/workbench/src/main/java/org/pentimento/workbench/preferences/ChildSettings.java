package org.pentimento.workbench.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.pentimento.plan.PlanThreads;
import org.pentimento.protocol.ChildMemory;
import org.pentimento.protocol.Job;

/**
 * What a child process may use, from the preferences. They are read for each child, so that a
 * change takes effect with the next one. What a plan itself says comes before them.
 *
 * @param device {@code auto}, {@code cpu} or {@code cuda:N}; for plans that name none
 * @param threads of a child, at least 1; for plans that name none, and for everything else
 * @param memory share of the machine's memory, in percent
 * @param cache for decoded images in MiB, 0 for a share of the heap
 */
public record ChildSettings(String device, int threads, int memory, int cache) {
  /** The node of the preferences. */
  public static final String NODE = "org.pentimento.workbench.children";

  /** Key of {@link #device}. */
  public static final String DEVICE = "device";

  /** Key of {@link #threads}. */
  public static final String THREADS = "threads";

  /** Key of {@link #memory}. */
  public static final String MEMORY = "memory";

  /** Key of {@link #cache}. */
  public static final String CACHE = "cache";

  /** The defaults: one core is left to the window, and half of the memory. */
  public static ChildSettings defaults() {
    return new ChildSettings("auto", Math.max(1, cores() - 1), 50, 0);
  }

  /** The present settings; the default stands for a value that cannot be used. */
  public static ChildSettings current() {
    IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
    ChildSettings defaults = defaults();
    String device = node.get(DEVICE, defaults.device());
    return new ChildSettings(
        device.matches("auto|cpu|cuda:\\d{1,3}") ? device : defaults.device(),
        within(node.getInt(THREADS, defaults.threads()), 1, 1024, defaults.threads()),
        within(node.getInt(MEMORY, defaults.memory()), 10, 95, defaults.memory()),
        within(node.getInt(CACHE, defaults.cache()), 0, 1 << 20, defaults.cache()));
  }

  /** The settings for a job: as many threads as its plan names, if it has one that does. */
  public ChildSettings forJob(Job job) {
    OptionalInt named = OptionalInt.empty();
    if (job instanceof Job.Run run) {
      named = PlanThreads.named(run.plan(), run.overrides());
    } else if (job instanceof Job.Estimate estimate) {
      named = PlanThreads.named(estimate.plan(), estimate.overrides());
    }
    return new ChildSettings(device, named.orElse(threads), memory, cache);
  }

  private static int within(int value, int least, int most, int otherwise) {
    return value < least || value > most ? otherwise : value;
  }

  /**
   * Adds the options of Java that these settings need to a command, if it starts a jar.
   *
   * @param command a program and its arguments
   * @param machine bytes of the machine's memory
   */
  public List<String> command(List<String> command, long machine) {
    List<String> limited = new ChildMemory(machine, memory).limit(command);
    int jar = limited.indexOf("-jar");
    if (jar < 0) {
      return command;
    }
    List<String> asked = new ArrayList<>(limited.subList(0, jar));
    asked.add("-XX:ActiveProcessorCount=" + threads);
    asked.add("-Dpentimento.device=" + device);
    if (cache > 0) {
      asked.add("-Dpentimento.cache.mib=" + cache);
    }
    asked.addAll(limited.subList(jar, limited.size()));
    return asked;
  }

  /** How many cores this machine lets us use. */
  public static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }
}
