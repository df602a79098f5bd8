package org.pentimento.workbench.cases;

import org.pentimento.casefile.result.Subject;

/**
 * A model that a run of a case trained.
 *
 * @param run id of the run
 * @param comparison id of the comparison it was trained for, such as {@code fcn/1/s1}
 * @param generator name of the generator
 * @param subject clean or poisoned
 * @param seed of the training
 * @param parameters number of trained parameters
 * @param description SHA-256 of its {@code model.json}
 * @param weights SHA-256 of its {@code model.safetensors}
 * @param collapsed why its sketches are worthless, or empty
 */
public record CaseModel(
    String run,
    String comparison,
    String generator,
    Subject subject,
    long seed,
    long parameters,
    String description,
    String weights,
    String collapsed) {
  /** Whether it can draw: a training that diverged has left nothing. */
  public boolean draws() {
    return !weights.isEmpty();
  }

  /** How jobs and commands name it: {@code RUN/COMPARISON/ROLE}. */
  public String name() {
    return run + "/" + comparison + "/" + subject.word();
  }
}
