package org.pentimento.audit.inspection.model;

import java.util.List;
import java.util.Map;
import org.pentimento.api.generator.Model;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.shadow.ShadowModels.Shadow;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.plan.Use;

/**
 * What an inspection of a model looks at.
 *
 * @param name of the inspection
 * @param environment versions, machine and the like, by name
 * @param model that nobody vouches for
 * @param identity which model it is
 * @param trusted pairs that are known to be honest, of one size
 * @param shadows trained on these pairs
 * @param detectors that are asked
 * @param seed of everything random
 */
public record ModelInspectionInput(
    String name,
    Map<String, String> environment,
    Model model,
    Identity identity,
    SuspectData trusted,
    List<Shadow> shadows,
    List<Use> detectors,
    long seed) {
  /** Keeps copies that nobody changes. */
  public ModelInspectionInput {
    environment = Map.copyOf(environment);
    shadows = List.copyOf(shadows);
    detectors = List.copyOf(detectors);
  }

  /**
   * Which model it is.
   *
   * @param name in the case
   * @param maker the generator that trained it, or the format that an imported one has
   * @param trained whether the product trained it
   * @param digest SHA-256 of its weights or of the list of its files
   */
  public record Identity(String name, ExtensionUse maker, boolean trained, String digest) {}
}
