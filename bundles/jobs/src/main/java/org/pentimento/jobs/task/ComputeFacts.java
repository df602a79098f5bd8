package org.pentimento.jobs.task;

import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.platform.Platform;

/** What results may depend on beside the plan. */
public final class ComputeFacts {
  private ComputeFacts() {}

  /**
   * Versions, machine, device and threads, by name.
   *
   * @param device what is to be said of it, by name
   */
  public static Map<String, String> facts(
      Platform platform, Map<String, String> device, int threads) {
    Map<String, String> facts = new TreeMap<>();
    Bundle bundle = FrameworkUtil.getBundle(ComputeFacts.class);
    facts.put(
        "pentimento", bundle == null ? "outside its product" : bundle.getVersion().toString());
    facts.put("java", Runtime.version().toString());
    facts.put("java vendor", System.getProperty("java.vendor", ""));
    facts.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    facts.put("processor", platform.processor());
    facts.putAll(device);
    facts.put("threads", Integer.toString(threads));
    return facts;
  }
}
