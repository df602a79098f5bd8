package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What results may depend on beside the plan. */
public final class ComputeFacts {
  private ComputeFacts() {}

  /**
   * Versions, machine, device and threads, by name.
   *
   * @param device what is to be said of it, by name
   */
  public static Map<String, String> facts(Map<String, String> device, int threads) {
    Map<String, String> facts = new TreeMap<>();
    Bundle bundle = FrameworkUtil.getBundle(ComputeFacts.class);
    facts.put(
        "pentimento", bundle == null ? "outside its product" : bundle.getVersion().toString());
    facts.put("java", Runtime.version().toString());
    facts.put("java vendor", System.getProperty("java.vendor", ""));
    facts.put("os", System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    facts.put("processor", processor());
    facts.putAll(device);
    facts.put("threads", Integer.toString(threads));
    return facts;
  }

  private static String processor() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"), StandardCharsets.UTF_8)) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException e) {
      return "unknown"; // no such file on other systems
    }
    return "unknown";
  }
}
