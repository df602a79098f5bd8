package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A finished step of a run; the body of the action {@code step-finished}.
 *
 * @param run id of the run
 * @param key SHA-256 of all that the step's results depend on
 * @param name of the step, for a person
 * @param results SHA-256 of the blobs it made, by name
 */
public record StepFinished(String run, String key, String name, Map<String, String> results) {
  /** Refuses null. */
  public StepFinished {
    requireNonNull(run, "run");
    requireNonNull(key, "key");
    requireNonNull(name, "name");
    requireNonNull(results, "results");
  }
}
