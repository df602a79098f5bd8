package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cases that jobs write to. */
final class Cases {
  private static final Logger LOG = LoggerFactory.getLogger(Cases.class);

  private Cases() {}

  /**
   * Work that writes to a case.
   *
   * @param <T> what it gives
   */
  interface Work<T> {
    T on(CaseFile caseFile) throws IOException, CancelledException;
  }

  /**
   * Does work on a case and closes it. Work that is done stays done: if the case then cannot be
   * closed in good order, a note says so, and whoever opens the case next puts it in order.
   *
   * @param folder of the case, which is made if it does not exist or is empty
   * @param info for a case to be made, null for the defaults
   */
  static <T> T write(String folder, @Nullable CaseInfo info, Progress progress, Work<T> work)
      throws IOException, CancelledException {
    return write(open(folder, info), progress, work);
  }

  static <T> T write(CaseFile caseFile, Progress progress, Work<T> work)
      throws IOException, CancelledException {
    T result;
    try {
      result = work.on(caseFile);
    } catch (IOException | CancelledException | RuntimeException | Error e) {
      try {
        caseFile.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
    try {
      caseFile.close();
    } catch (IOException e) {
      LOG.warn("A case could not be closed in good order", e);
      progress.note(
          "The case could not be closed in good order ("
              + e.getMessage()
              + "). Everything is in it; it is put in order when it is opened next.");
    }
    return result;
  }

  /** Opens a case for writing, making it if the folder does not exist or is empty. */
  static CaseFile open(String folder, @Nullable CaseInfo info) throws IOException {
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
