package org.pentimento.engine.training;

import java.util.Map;

/**
 * What a training step reports.
 *
 * @param losses by name, in a stable order
 * @param gradients Euclidean norm of the gradient of all parameters, by network
 */
public record StepReport(Map<String, Double> losses, Map<String, Double> gradients) {}
