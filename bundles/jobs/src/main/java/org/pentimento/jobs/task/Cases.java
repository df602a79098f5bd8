package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;

/** Cases that jobs write to. */
final class Cases {
  private Cases() {}

  /** Opens a case for writing, making it if the folder does not exist or is empty. */
  static CaseFile openOrCreate(String folder, @Nullable CaseInfo info) throws IOException {
    Path path = Path.of(folder).toAbsolutePath().normalize();
    if (CaseFile.isCase(path) || (Files.isDirectory(path) && !isEmpty(path))) {
      return CaseFile.openForWriting(path);
    }
    return CaseFile.create(path, info == null ? defaults() : info);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static CaseInfo defaults() {
    return new CaseInfo(
        System.getProperty("user.name", ""), "", "", "", ZoneId.systemDefault().getId(), "");
  }
}
