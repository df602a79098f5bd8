package org.pentimento.audit.inspection.photo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pentimento.api.generator.Model;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.shadow.ShadowModels.Shadow;

/**
 * What an inspection of photos looks at.
 *
 * @param name of the inspection
 * @param environment versions, machine and the like, by name
 * @param model for which the photos may be triggered
 * @param identity which model it is
 * @param trusted pairs that are known to be honest, of one size
 * @param shadows trained on these pairs
 * @param photos files that anybody may have made
 * @param seed of everything random
 */
public record PhotoInspectionInput(
    String name,
    Map<String, String> environment,
    Model model,
    Identity identity,
    SuspectData trusted,
    List<Shadow> shadows,
    List<Path> photos,
    long seed) {
  /** Keeps copies that nobody changes. */
  public PhotoInspectionInput {
    environment = Map.copyOf(environment);
    shadows = List.copyOf(shadows);
    photos = List.copyOf(photos);
  }
}
