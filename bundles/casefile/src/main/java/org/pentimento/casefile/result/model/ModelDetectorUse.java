package org.pentimento.casefile.result.model;

import static java.util.Objects.requireNonNull;

import org.pentimento.casefile.result.ExtensionUse;

/**
 * A detector that was asked about a suspect model.
 *
 * @param extension it and its settings
 * @param blindTo what it cannot find, in its own words
 * @param problem why it says nothing, such as a model without gradients; empty if it spoke
 */
public record ModelDetectorUse(ExtensionUse extension, String blindTo, String problem) {
  /** Refuses null. */
  public ModelDetectorUse {
    requireNonNull(extension, "extension");
    requireNonNull(blindTo, "blindTo");
    requireNonNull(problem, "problem");
  }
}
