package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.file.Path;
import org.pentimento.api.BadInputException;

/** There is no room for a file. What was recorded before is kept. */
final class DiskFullException extends BadInputException {
  private static final long serialVersionUID = 1L;

  DiskFullException(Path target, String freeSpace, IOException cause) {
    super(
        "Cannot write " + target + ": the disk or quota is full (" + freeSpace + ").",
        "Make room and repeat what was being done; all that was recorded before is kept.",
        cause);
  }
}
