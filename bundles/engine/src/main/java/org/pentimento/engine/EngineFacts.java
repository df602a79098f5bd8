package org.pentimento.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.pentimento.engine.onednn.OneDnn;

/**
 * What the numbers of this process are computed with. Equal facts, settings and seed give models
 * that are equal to the bit; different facts need not.
 *
 * @param version of ND4J
 * @param backend such as {@code CPU}
 * @param device {@code cpu} or {@code cuda:N}
 * @param platform and extension of the native library, such as {@code linux-x86_64-onednn}
 * @param build compiler, options and helpers of the native library, one line
 * @param threads that native operations use
 * @param kernels what computes convolutions, and why if it is not oneDNN itself
 */
public record EngineFacts(
    String version,
    String backend,
    String device,
    String platform,
    String build,
    int threads,
    String kernels) {
  /** What {@link #kernels} begins with where oneDNN computes networks itself. */
  private static final String BLOCKED = OneDnn.NAME;

  /** Whether networks of single precision are computed by oneDNN itself. */
  public boolean isBlocked() {
    return kernels.startsWith(BLOCKED);
  }

  /** The facts by name, in a stable order. */
  public Map<String, String> asMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("engine", "ND4J " + version);
    map.put("backend", backend);
    map.put("device", device);
    map.put("platform", platform);
    map.put("native-build", build);
    map.put("threads", Integer.toString(threads));
    map.put("kernels", kernels);
    return map;
  }
}
