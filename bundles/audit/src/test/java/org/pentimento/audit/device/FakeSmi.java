package org.pentimento.audit.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** Scripts in the place of nvidia-smi. */
final class FakeSmi {
  static final String A100 = "0, NVIDIA A100, 8.0, 40960, 40000, 535.161.08, Default";

  private FakeSmi() {}

  /** One that runs a shell script. */
  static NvidiaSmi script(Path folder, String script) throws IOException {
    Path file = folder.resolve("nvidia-smi");
    Files.writeString(file, "#!/bin/bash\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return new NvidiaSmi(file.toString(), Duration.ofSeconds(60));
  }

  /** One that prints lines. */
  static NvidiaSmi printing(Path folder, String... lines) throws IOException {
    return script(folder, "cat << 'END'\n" + String.join("\n", lines) + "\nEND");
  }
}
