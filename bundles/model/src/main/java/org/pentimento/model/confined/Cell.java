package org.pentimento.model.confined;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a locked-in process can see beside the system's programs and libraries.
 *
 * @param readable files and folders, each at its own path
 * @param writable a folder, or null for none but an empty temporary one
 * @param environment all variables it gets
 * @param gpu whether it sees the GPUs of NVIDIA and what the system says of its hardware
 */
public record Cell(
    List<Path> readable, @Nullable Path writable, Map<String, String> environment, boolean gpu) {
  /** Without GPUs. */
  public Cell(List<Path> readable, @Nullable Path writable, Map<String, String> environment) {
    this(readable, writable, environment, false);
  }
}
