package org.pentimento.platform.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Memory of the machine, by {@code proc(5)} and version 2 of the control groups, and of this
 * process.
 *
 * @param proc usually {@code /proc}
 * @param controlGroup usually {@code /sys/fs/cgroup}
 */
record LinuxMemory(Path proc, Path controlGroup) {
  /** A careful guess where the system does not tell. */
  private static final long GUESS = 4L << 30;

  /** Written to {@code clear_refs}, it sets the peak back to what the process has now. */
  private static final String RESET_PEAK = "5";

  static LinuxMemory ofSystem() {
    return new LinuxMemory(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
  }

  /** As {@link org.pentimento.platform.Platform#memory}. */
  long total() {
    OptionalLong machine = bytes(proc.resolve("meminfo"), "MemTotal:");
    if (machine.isEmpty()) {
      return GUESS;
    }
    try {
      String limit = Files.readString(controlGroup.resolve("memory.max")).strip();
      boolean limited = limit.matches("\\d{1,18}"); // else the word "max"
      return limited ? Math.min(machine.getAsLong(), Long.parseLong(limit)) : machine.getAsLong();
    } catch (IOException e) {
      return machine.getAsLong(); // no container
    }
  }

  /** As {@link org.pentimento.platform.Platform#peakMemory}. */
  long peak() {
    return bytes(proc.resolve("self/status"), "VmHWM:").orElse(0);
  }

  /** As {@link org.pentimento.platform.Platform#resetPeakMemory}. */
  void resetPeak() {
    try {
      Files.writeString(proc.resolve("self/clear_refs"), RESET_PEAK);
    } catch (IOException e) {
      return; // not allowed; then the peak counts from the start of the process
    }
  }

  /** A figure that stands in a line of its own, in kB. */
  private static OptionalLong bytes(Path file, String name) {
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.startsWith(name)) {
          return OptionalLong.of(Long.parseLong(line.replaceAll("\\D", "")) << 10);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
