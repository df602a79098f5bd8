package org.pentimento.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pentimento.api.BadInputException;

/** The folder that a person gives for what a command writes. */
final class GivenFolder {
  private GivenFolder() {}

  /** Refuses what is there and is no folder. */
  static void require(Path folder) throws BadInputException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(
          folder + " is a file, not a folder.",
          "Give --out a folder; it is made if it is not there.");
    }
  }
}
