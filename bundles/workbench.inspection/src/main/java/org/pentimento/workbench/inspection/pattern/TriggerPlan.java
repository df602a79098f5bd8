package org.pentimento.workbench.inspection.pattern;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.audit.AuditPlan;

/** The usual audit of a data set, with a trigger that was recovered. */
public final class TriggerPlan {
  private final PlanText plan;

  private TriggerPlan(PlanText plan) {
    this.plan = plan;
  }

  /**
   * A plan to carry out.
   *
   * @param threads that it gets
   * @param width of the photos in which the trigger was found, as its settings may count in pixels
   * @param height of these photos
   */
  public static TriggerPlan audit(DatasetRecord dataset, int threads, int width, int height) {
    return changed(dataset, threads, text -> text.with("data.size", List.of(width, height)));
  }

  /**
   * The plan for a model: an imported one is shown the trigger, and the generator of a trained one
   * learns from pairs with it.
   */
  public TriggerPlan against(InspectedModel model) {
    try {
      if (!model.trained()) {
        return new TriggerPlan(
            plan.without("generators").with("models", List.of(Map.of("model", model.name()))));
      }
      Map<String, Object> generator = new LinkedHashMap<>();
      generator.put("id", model.maker().id());
      generator.putAll(model.maker().settings());
      return new TriggerPlan(plan.with("generators", List.of(generator)));
    } catch (PlanException e) {
      throw new IllegalStateException("the usual plan cannot be changed", e);
    }
  }

  /** A plan that shows photos in a size. */
  static TriggerPlan preview(DatasetRecord dataset, int width, int height) {
    return audit(dataset, 1, width, height);
  }

  private interface Change {
    PlanText of(PlanText text) throws PlanException;
  }

  private static TriggerPlan changed(DatasetRecord dataset, int threads, Change change) {
    try {
      return new TriggerPlan(change.of(PlanText.of(AuditPlan.of(dataset, threads))));
    } catch (PlanException e) {
      throw new IllegalStateException("the usual plan cannot be changed", e);
    }
  }

  /**
   * The plan with a trigger.
   *
   * @param trigger what the trigger says of itself
   * @param settings of the trigger by parameter id; what is not given keeps its default
   * @return YAML
   * @throws Settings.InvalidSettingException if a setting is wrong
   */
  public String with(Descriptor trigger, Map<String, String> settings) {
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("id", trigger.id());
    Map<String, Object> typed = Settings.of(trigger, settings).values();
    trigger.parameters().forEach(p -> use.put(p.id(), typed.get(p.id())));
    use.values().removeIf(value -> value == null || "".equals(value));
    try {
      return plan.with("name", "trial of " + trigger.name()).with("attacks[0].trigger", use).text();
    } catch (PlanException e) {
      throw new IllegalStateException("the usual plan cannot be changed", e);
    }
  }
}
