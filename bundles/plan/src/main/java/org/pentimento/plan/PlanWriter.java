package org.pentimento.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes plans with every default filled in, so that reading one again gives the same audit. */
public final class PlanWriter {
  private PlanWriter() {}

  /** The plan as YAML; the same plan gives the same text. */
  public static String yaml(Plan plan) {
    Map<String, Object> top = new LinkedHashMap<>();
    top.put("pentimento", 1);
    top.put("name", plan.name());
    top.put("data", data(plan.data()));
    top.put("generators", plan.generators().stream().map(PlanWriter::use).toList());
    if (!plan.models().isEmpty()) {
      top.put("models", plan.models().stream().map(m -> Map.of("model", m)).toList());
    }
    top.put("attacks", plan.attacks().stream().map(PlanWriter::attack).toList());
    top.put("metrics", plan.metrics().stream().map(PlanWriter::use).toList());
    top.put(
        "detectors",
        Stream.concat(plan.detectors().stream(), plan.modelDetectors().stream())
            .map(PlanWriter::use)
            .toList());
    if (plan.falseAlarms() != Plan.FALSE_ALARMS) {
      top.put("false-alarms", plan.falseAlarms());
    }
    top.put("seeds", plan.seeds());
    top.put("device", plan.device());
    top.put("threads", plan.threads());
    // Empty lists may be one and the same object: written as an anchor and an alias, which a reader
    // of plans refuses.
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.AUTO)
            .setWidth(120)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(top);
  }

  private static Map<String, Object> data(Plan.Data data) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("dataset", data.dataset());
    Use made = data.made();
    if (made != null) {
      map.putAll(made.settings().values());
    }
    Plan.Split split = data.split();
    if (split.given()) {
      map.put("split", "given");
    } else {
      Map<String, Object> division = new LinkedHashMap<>();
      division.put("train", split.train());
      division.put("test", split.test());
      division.put("seed", split.seed());
      map.put("split", division);
    }
    if (!data.without().isEmpty()) {
      map.put("without", data.without().stream().map(PlanWriter::leftOut).toList());
    }
    Plan.Size size = data.size();
    if (size != null) {
      map.put("size", List.of(size.width(), size.height()));
    }
    return map;
  }

  private static Map<String, Object> leftOut(Plan.LeftOutTag tag) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("tag", tag.tag());
    map.put("entry", tag.entry());
    return map;
  }

  private static Map<String, Object> attack(Plan.Attack attack) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("trigger", use(attack.trigger()));
    map.put("strategy", use(attack.strategy()));
    if (attack.rate() != null) {
      map.put("rate", attack.rate());
    }
    if (attack.count() != null) {
      map.put("count", attack.count());
    }
    if (!attack.select().ids().isEmpty()) {
      map.put("select", Map.of("ids", attack.select().ids()));
    } else if (!attack.select().attributes().isEmpty()) {
      map.put(
          "select", Map.of("attributes", new java.util.TreeMap<>(attack.select().attributes())));
    }
    map.put("seed", attack.seed());
    return map;
  }

  private static Map<String, Object> use(Use use) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", use.id());
    map.putAll(use.settings().values());
    return map;
  }
}
