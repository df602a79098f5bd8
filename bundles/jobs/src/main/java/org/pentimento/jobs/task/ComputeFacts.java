package org.pentimento.jobs.task;

import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.api.BadInputException;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.JobProcess;

/** What results may depend on beside the plan. */
public final class ComputeFacts {
  private ComputeFacts() {}

  /**
   * Refuses a plan whose number of threads this process cannot keep, because it was started with
   * another one.
   *
   * @param threads of the plan
   * @param environment variables of this process; where {@value JobProcess#THREADS} is not among
   *     them, nobody says how many it is
   */
  static void requireThreads(int threads, Map<String, String> environment)
      throws BadInputException {
    String given = environment.get(JobProcess.THREADS);
    if (given != null && !given.equals(Integer.toString(threads))) {
      throw new BadInputException(
          "The plan is to be computed by "
              + threads
              + " threads, but this process was started with "
              + JobProcess.THREADS
              + "="
              + given
              + "; its results would be others.",
          "Start it with "
              + JobProcess.THREADS
              + "="
              + threads
              + ", or change threads in the plan.");
    }
  }

  /**
   * Versions, machine, device and threads, by name.
   *
   * @param device what is to be said of it, by name
   */
  public static Map<String, String> facts(
      Platform platform, Map<String, String> device, int threads) {
    Map<String, String> facts = new TreeMap<>(facts(platform, device));
    facts.put("threads", Integer.toString(threads));
    return facts;
  }

  /**
   * Versions, machine and device, by name, of work that is the same on any number of threads.
   *
   * @param device what is to be said of it, by name
   */
  public static Map<String, String> facts(Platform platform, Map<String, String> device) {
    Map<String, String> facts = new TreeMap<>();
    Bundle bundle = FrameworkUtil.getBundle(ComputeFacts.class);
    facts.put(
        "pentimento", bundle == null ? "outside its product" : bundle.getVersion().toString());
    facts.put("java", Runtime.version().toString());
    facts.put("java vendor", System.getProperty("java.vendor", ""));
    facts.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    facts.put("processor", platform.processor());
    facts.putAll(device);
    return facts;
  }
}
