package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A report was written, and its files are kept in the case.
 *
 * @param files SHA-256 of the blob of each file, by the name of the file
 */
public record ReportWritten(Map<String, String> files) implements CaseEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "report-written";

  /** Copies the map. */
  public ReportWritten {
    files = new TreeMap<>(requireNonNull(files, "files"));
  }

  @Override
  public String action() {
    return ACTION;
  }

  @Override
  public List<BlobReference> blobs() {
    return files.values().stream().map(BlobReference::leaf).toList();
  }
}
