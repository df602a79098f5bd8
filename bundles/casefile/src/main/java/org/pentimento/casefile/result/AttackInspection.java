package org.pentimento.casefile.result;

/**
 * An inspection of the training pairs of a run as an attack left them: what an analyst would be
 * handed, with the truth beside the answer.
 *
 * @param attack number of the attack in the plan, from 1; 0 if the plan has none and the pairs are
 *     all true
 * @param seed of the detectors
 * @param inspection SHA-256 of the blob with its {@link InspectionResult}
 */
public record AttackInspection(int attack, long seed, String inspection) {}
