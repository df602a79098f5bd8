package org.pentimento.api.compute;

import java.io.IOException;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What computes neural networks for this process. Generators share one; formats of models made
 * elsewhere may have their own. A device is {@code cpu} or {@code cuda:N}, GPUs being counted as
 * the driver lists them.
 */
@ProviderType
public interface ComputeEngine {
  /** The device that is always there. */
  String CPU = "cpu";

  /** Id of the engine that generators share. */
  String OF_GENERATORS = "generators";

  /** Unique among engines, such as {@link #OF_GENERATORS}. */
  String id();

  /** What it needs of a GPU, once the part that computes on GPUs is installed. */
  GpuNeeds gpuNeeds();

  /** How that part is installed, a command for a person; empty if it is here. Starts nothing. */
  Optional<String> missing();

  /**
   * Sets where this process computes; the CPU if this is never called. To be called before anything
   * is computed. A GPU is taken at its word: see {@link #tryOut}.
   *
   * @throws IllegalStateException if something was computed on another device already
   */
  void use(String device);

  /**
   * Computes a small network on the device in use and compares it with what must come out. On a GPU
   * that does not serve this may throw anything, hang or end the process, so it is called in a
   * process that can be spared.
   *
   * @throws IOException if something else came out
   */
  void tryOut() throws IOException;
}
