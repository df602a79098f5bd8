package org.pentimento.workbench.inspection.order;

import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.workbench.cases.CaseModel;

/**
 * A model that is to be inspected.
 *
 * @param name as jobs know it
 * @param generator name of the generator that trained it; null if it was made elsewhere
 * @param problem why it cannot be inspected, as a sentence; empty if it can
 */
record Suspect(String name, @Nullable String generator, String problem) {
  /** A model that a run trained. */
  static Suspect of(CaseModel model) {
    return new Suspect(
        model.run() + "/" + model.comparison() + "/" + model.subject().word(),
        model.generator(),
        model.weights().isEmpty() ? "This training diverged and left no model." : "");
  }

  /** A model that was imported. */
  static Suspect of(ModelRecord model) {
    return new Suspect(model.name(), null, "");
  }
}
