package org.pentimento.audit.inspection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.plan.Use;

/**
 * What an inspection is to look at, and how.
 *
 * @param name of the inspection
 * @param environment what results may depend on: versions, machine, by name
 * @param suspect pairs that nobody vouches for
 * @param trusted pairs that are known to be honest; null if there are none
 * @param detectors that are asked; which first is decided by what they look at
 * @param falseAlarms share of honest pairs that may be flagged, above 0 and below 1
 * @param seed of everything random
 */
public record InspectionInput(
    String name,
    Map<String, String> environment,
    SuspectData suspect,
    @Nullable SuspectData trusted,
    List<Use> detectors,
    double falseAlarms,
    long seed) {
  /** Keeps copies that nobody changes. */
  public InspectionInput {
    environment = Map.copyOf(environment);
    detectors = List.copyOf(detectors);
    if (!(falseAlarms > 0 && falseAlarms < 1)) {
      throw new IllegalArgumentException("not a rate of false alarms: " + falseAlarms);
    }
  }
}
