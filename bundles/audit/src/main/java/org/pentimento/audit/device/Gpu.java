package org.pentimento.audit.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.compute.ComputeCapability;
import org.pentimento.api.compute.GpuNeeds;

/**
 * A GPU as its driver describes it.
 *
 * @param index among the GPUs of this machine, from 0
 * @param name of the model
 * @param capability null if the driver is too old to tell
 * @param mib memory in MiB, -1 if the driver does not tell
 * @param freeMib memory that no other program has taken, in MiB, -1 if the driver does not tell
 * @param driver version of the driver
 * @param closed whether the driver lets no program compute on it
 */
record Gpu(
    int index,
    String name,
    @Nullable ComputeCapability capability,
    int mib,
    int freeMib,
    String driver,
    boolean closed) {

  /** How plans name it. */
  String device() {
    return "cuda:" + index;
  }

  /** How people know it. */
  String words() {
    return "GPU "
        + index
        + ", "
        + name
        + " (compute capability "
        + (capability == null ? "unknown" : capability)
        + ")";
  }

  /** Why it cannot serve, a clause about it; empty if only a trial can tell. */
  Optional<String> unmet(GpuNeeds needs) {
    ComputeCapability own = capability;
    if (own != null && own.compareTo(needs.most()) > 0) {
      return Optional.of(
          "it is too new for " + needs.engine() + ", which serves " + generations(needs));
    }
    if (own != null && own.compareTo(needs.least()) < 0) {
      return Optional.of(
          "it is too old for " + needs.engine() + ", which serves " + generations(needs));
    }
    if (closed) {
      return Optional.of("its driver lets no program compute on it (compute mode Prohibited)");
    }
    if (mib >= 0 && mib < needs.mib()) {
      return Optional.of(
          "it is too small: it has " + mib + " MiB of memory, and " + needs.mib() + " are needed");
    }
    if (freeMib >= 0 && freeMib < needs.mib()) {
      return Optional.of(
          "it is busy: "
              + freeMib
              + " of its "
              + mib
              + " MiB of memory are free, and "
              + needs.mib()
              + " are needed");
    }
    if (driverMajor() < needs.driver()) {
      return Optional.of(
          "its driver "
              + driver
              + " is too old for "
              + needs.engine()
              + ", which needs "
              + needs.driver()
              + " or newer");
    }
    return Optional.empty();
  }

  private static String generations(GpuNeeds needs) {
    return "compute capabilities " + needs.least() + " to " + needs.most();
  }

  private int driverMajor() {
    return Integer.parseInt(driver.split("\\.", 2)[0]);
  }
}
