package org.pentimento.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a confined process may see and use beside the system's own programs and libraries.
 *
 * @param readable files and folders, each seen at its own path
 * @param writable a folder that it works in; null for an empty temporary one
 * @param environment all environment variables that it gets
 * @param memory MiB of address space, or of writable memory where a GPU is used
 * @param gpu whether it may use the GPUs of NVIDIA
 */
public record Permissions(
    List<Path> readable,
    @Nullable Path writable,
    Map<String, String> environment,
    int memory,
    boolean gpu) {}
