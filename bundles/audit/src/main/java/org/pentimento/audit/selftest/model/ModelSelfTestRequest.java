package org.pentimento.audit.selftest.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.plan.Use;

/**
 * What a self-test of models is asked for.
 *
 * @param name of the self-test for a person
 * @param plan what is planted
 * @param source text of the plan
 * @param generators that are trained, with the settings of the shadow models
 * @param detectors that are tried
 * @param shadows number of shadow models of each inspection, at least 1
 * @param seed of everything random
 * @param limit largest number of models, null for the whole grid
 */
public record ModelSelfTestRequest(
    String name,
    SelfTestPlan plan,
    String source,
    List<Use> generators,
    List<Use> detectors,
    int shadows,
    long seed,
    @Nullable Integer limit) {
  /** Keeps copies that nobody changes. */
  public ModelSelfTestRequest {
    generators = List.copyOf(generators);
    detectors = List.copyOf(detectors);
  }

  /** All of it by name, as the case keeps it. */
  Map<String, Object> asked(String dataset) {
    Map<String, Object> asked = new TreeMap<>();
    asked.put("name", name);
    asked.put("plan", source);
    asked.put("dataset", dataset);
    asked.put("generators", uses(generators));
    asked.put("detectors", uses(detectors));
    asked.put("shadows", shadows);
    asked.put("seed", seed);
    if (limit != null) {
      asked.put("limit", limit);
    }
    return asked;
  }

  private static List<Map<String, Object>> uses(List<Use> uses) {
    List<Map<String, Object>> asked = new ArrayList<>();
    uses.forEach(use -> asked.add(Map.of("id", use.id(), "settings", use.settings().values())));
    return asked;
  }
}
