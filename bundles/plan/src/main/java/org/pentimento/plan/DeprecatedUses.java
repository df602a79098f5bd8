package org.pentimento.plan;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.registry.Extensions;

/**
 * What a plan uses that its author would have nobody use any more. Such a plan is carried out all
 * the same.
 */
public final class DeprecatedUses {
  private DeprecatedUses() {}

  /**
   * A sentence for each deprecated extension that a plan uses, in the order of the plan.
   *
   * @param extensions that the plan was read with
   */
  public static List<String> of(Plan plan, Extensions extensions) throws BadInputException {
    List<String> found = new ArrayList<>();
    if (plan.data().made() != null) {
      look(Kind.DATASET_FORMAT, List.of(plan.data().made()), extensions, found);
    }
    look(Kind.GENERATOR, plan.generators(), extensions, found);
    for (Plan.Attack attack : plan.attacks()) {
      look(Kind.TRIGGER, List.of(attack.trigger()), extensions, found);
      look(Kind.POISONING_STRATEGY, List.of(attack.strategy()), extensions, found);
    }
    look(Kind.METRIC, plan.metrics(), extensions, found);
    look(Kind.DATASET_DETECTOR, plan.detectors(), extensions, found);
    look(Kind.MODEL_DETECTOR, plan.modelDetectors(), extensions, found);
    return found.stream().distinct().toList();
  }

  private static void look(Kind kind, List<Use> uses, Extensions extensions, List<String> found)
      throws BadInputException {
    for (Use use : uses) {
      Descriptor descriptor = extensions.get(kind, Extension.class, use.id()).descriptor();
      if (descriptor.about().isDeprecated()) {
        found.add(
            "The "
                + kind.word()
                + " '"
                + use.id()
                + "' is deprecated: use "
                + descriptor.about().instead()
                + " instead.");
      }
    }
  }
}
