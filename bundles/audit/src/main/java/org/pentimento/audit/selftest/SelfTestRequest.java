package org.pentimento.audit.selftest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.plan.Use;

/**
 * What a self-test is asked for.
 *
 * @param name of the self-test for a person
 * @param plan what is planted
 * @param source text of the plan
 * @param detectors that are tried
 * @param falseAlarms share of honest pairs that may be flagged, in (0, 1)
 * @param seed of everything random
 * @param limit largest number of sets, null for the whole grid
 */
public record SelfTestRequest(
    String name,
    SelfTestPlan plan,
    String source,
    List<Use> detectors,
    double falseAlarms,
    long seed,
    @Nullable Integer limit) {

  /** All of it by name, as the case keeps it. */
  Map<String, Object> asked(String dataset) {
    Map<String, Object> asked = new TreeMap<>();
    asked.put("name", name);
    asked.put("plan", source);
    asked.put("dataset", dataset);
    Map<String, Object> asking = new TreeMap<>();
    detectors.forEach(use -> asking.put(use.id(), use.settings().values()));
    asked.put("detectors", asking);
    asked.put("falseAlarms", falseAlarms);
    asked.put("seed", seed);
    if (limit != null) {
      asked.put("limit", limit);
    }
    return asked;
  }
}
