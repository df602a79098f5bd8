package org.pentimento.audit.stage;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.RunListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * What all stages of a run share.
 *
 * @param caseFile where everything is kept
 * @param extensions that the plan uses
 * @param platform tells how much memory a training takes
 * @param plan that is carried out
 * @param data its pairs
 * @param pngs the images of the case
 * @param steps what is done already
 * @param environment versions, machine, device and threads, on which trainings may depend
 * @param listener hears losses and sketches of trainings
 * @param progress told how far the run is; says when it is cancelled
 */
public record RunContext(
    CaseFile caseFile,
    Extensions extensions,
    Platform platform,
    Plan plan,
    AuditData data,
    Pngs pngs,
    Steps steps,
    Map<String, String> environment,
    RunListener listener,
    Progress progress) {

  /** How an extension is used, with all of its settings, as results keep it. */
  public <T extends Extension> ExtensionUse use(Kind kind, Class<T> type, Use used) {
    try {
      Descriptor d = extensions.get(kind, type, used.id()).descriptor();
      return new ExtensionUse(
          d.id(), d.name(), d.version(), d.citation(), used.settings().values());
    } catch (IOException e) {
      throw new IllegalStateException("the plan was read with this extension", e);
    }
  }

  /** What the results of a step depend on when it uses an extension. */
  <T extends Extension> Map<String, Object> inputs(Kind kind, Class<T> type, Use used) {
    ExtensionUse u = use(kind, type, used);
    return Map.of("id", u.id(), "version", u.version(), "settings", u.settings());
  }

  /**
   * What the results of a step depend on when it uses the pairs.
   *
   * @param testing whether it uses the test pairs too
   */
  public Map<String, Object> dataInputs(boolean testing) {
    return data.inputs(testing);
  }

  /** What the results of a step depend on when it uses an attack. */
  public Map<String, Object> attackInputs(PreparedAttack attack) {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("trigger", inputs(Kind.TRIGGER, Trigger.class, attack.plan().trigger()));
    inputs.put(
        "strategy",
        inputs(Kind.POISONING_STRATEGY, PoisoningStrategy.class, attack.plan().strategy()));
    inputs.put("seed", attack.plan().seed());
    inputs.put("poisoned", attack.poisoned(data.train()));
    return inputs;
  }
}
