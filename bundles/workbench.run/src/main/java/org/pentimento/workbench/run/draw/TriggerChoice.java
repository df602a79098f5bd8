package org.pentimento.workbench.run.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.RecoveredTriggers;
import org.pentimento.casefile.RecoveredTriggers.Recovered;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.Results;
import org.pentimento.plan.PlanText;
import org.pentimento.plan.StoredPlan;

/**
 * A trigger that photos can be drawn with.
 *
 * @param title for a person, with where it comes from
 * @param trigger id of the installed trigger
 * @param settings to begin with; what is not given is the default
 * @param seed of everything random in it
 */
record TriggerChoice(String title, String trigger, Map<String, String> settings, long seed) {
  /**
   * The triggers that a case knows: those that runs have planted, and those that were recovered.
   */
  static List<TriggerChoice> of(Path caseFolder) throws IOException {
    List<TriggerChoice> choices = new ArrayList<>();
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      for (Recovered one : RecoveredTriggers.of(file)) {
        choices.add(
            new TriggerChoice(
                one.name() + ", recovered by “" + one.inspection().name() + "”",
                one.trigger(),
                one.settings(),
                1));
      }
      for (RunRecord run : file.runs(RunKind.AUDIT)) {
        if (run.state() == RunRecord.State.FINISHED) {
          planted(file, run).stream().filter(c -> !choices.contains(c)).forEach(choices::add);
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    return choices;
  }

  private static List<TriggerChoice> planted(CaseFile file, RunRecord run) throws IOException {
    List<TriggerChoice> planted = new ArrayList<>();
    try {
      PlanText plan = PlanText.of(StoredPlan.text(file.blobs().read(run.plan())));
      for (Comparison comparison : Results.read(file.blobs(), run.result()).comparisons()) {
        Comparison.Attack attack = comparison.attack();
        if (attack != null) {
          ExtensionUse trigger = attack.trigger();
          Map<String, String> settings = new TreeMap<>();
          trigger.settings().forEach((key, value) -> settings.put(key, String.valueOf(value)));
          TriggerChoice choice =
              new TriggerChoice(
                  trigger.name() + ", as planted by “" + run.name() + "”",
                  trigger.id(),
                  settings,
                  seed(plan, comparison));
          if (!planted.contains(choice)) {
            planted.add(choice);
          }
        }
      }
    } catch (BadInputException e) {
      return List.of(); // damaged, or of another version: the others can still be chosen
    }
    return planted;
  }

  /** The seed of a comparison's attack, whose number in the plan is in its id. */
  private static long seed(PlanText plan, Comparison comparison) {
    String[] parts = comparison.id().split("/");
    for (String part : parts) {
      if (part.matches("\\d{1,4}")) {
        String seed = plan.value("attacks[" + (Integer.parseInt(part) - 1) + "].seed");
        return seed.matches("\\d{1,18}") ? Long.parseLong(seed) : 1;
      }
    }
    return 1;
  }
}
