package org.pentimento.audit.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The largest resident memory of this process, by Linux' {@code proc(5)}. */
final class PeakMemory {
  private static final String PEAK = "VmHWM:";
  private static final String FORGET_PEAK = "5";

  private PeakMemory() {}

  /** Counts from now on; where the system does not let us, from the start of the process. */
  static void reset() {
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), FORGET_PEAK);
    } catch (IOException e) {
      return; // another system, or not allowed
    }
  }

  /** Bytes; 0 if the system does not tell. */
  static long bytes() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"), StandardCharsets.UTF_8)) {
        if (line.startsWith(PEAK)) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException | NumberFormatException e) {
      return 0; // another system
    }
    return 0;
  }
}
