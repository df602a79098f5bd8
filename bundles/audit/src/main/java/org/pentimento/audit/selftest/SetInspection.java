package org.pentimento.audit.selftest;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.casefile.result.InspectionResult;

/** Inspects a set as an analyst would, and tells no truth to any detector. */
@FunctionalInterface
public interface SetInspection {
  /**
   * What the detectors say of these pairs. What it finds is not kept.
   *
   * @param seed of everything random
   */
  InspectionResult inspect(List<Pair> pairs, long seed, Progress progress)
      throws IOException, CancelledException;
}
