package org.pentimento.casefile.result;

/**
 * An inspection of a model that a run trained, by the plan's detectors of models: what an analyst
 * would be told of it, with the truth beside the answer.
 *
 * @param model its comparison and role, such as {@code fcn/1/s1/poisoned}
 * @param modelInspection SHA-256 of the blob with its {@link
 *     org.pentimento.casefile.result.model.ModelInspectionResult}
 */
public record ModelAnswer(String model, String modelInspection) {}
