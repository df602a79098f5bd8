package org.pentimento.platform.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders that commands are looked up in.
 *
 * @param folders joined by colons; an empty one stands for the working directory
 */
record SearchPath(String folders) {
  /** Where a system has its programs if nobody says. */
  static final String USUAL = "/usr/bin:/bin";

  /** The first executable file of a name. */
  Optional<String> find(String program) {
    for (String folder : folders.split(":")) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, program).toAbsolutePath();
      if (Files.isExecutable(file)) {
        return Optional.of(file.toString());
      }
    }
    return Optional.empty();
  }
}
