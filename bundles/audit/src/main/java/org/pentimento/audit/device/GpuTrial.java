package org.pentimento.audit.device;

import java.util.Optional;

/** Tries whether something can really be computed on a GPU; an OSGi service. */
public interface GpuTrial {
  /**
   * Computes something small.
   *
   * @param engine id of what computes
   * @param device {@code cuda:N}
   * @return why it failed, a clause; empty if it went well
   */
  Optional<String> failure(String engine, String device);
}
