package org.pentimento.casefile.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.PlainNames;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

/** Verifies copied data sets against the listings that were made at import. */
final class DatasetVerification {
  private final Layout layout;
  private final Findings findings;
  private final Depth depth;
  private final Progress progress;

  DatasetVerification(Layout layout, Findings findings, Depth depth, Progress progress) {
    this.depth = depth;
    this.layout = layout;
    this.findings = findings;
    this.progress = progress;
  }

  /**
   * Compares all files.
   *
   * @param log that names the data sets
   * @param closed whether the last writer closed the case
   */
  void verify(LogVerification log, boolean closed) throws IOException, CancelledException {
    Set<String> unknown = new HashSet<>();
    if (Files.isDirectory(layout.datasets(), LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> folders = Files.list(layout.datasets())) {
        folders.forEach(folder -> unknown.add(String.valueOf(folder.getFileName())));
      }
    }
    for (DatasetRecord dataset : log.datasets().values()) {
      if (dataset.mode() == DatasetRecord.Mode.COPIED) {
        unknown.remove(dataset.name());
        compare(dataset);
      } else if (dataset.mode() == DatasetRecord.Mode.REFERENCED) {
        findings.remark(
            Remark.Kind.NOT_CHECKED,
            layout.datasets(),
            "The data set '"
                + dataset.name()
                + "' lies outside the case in "
                + dataset.root()
                + "; its files were not looked at.");
      }
    }
    for (String name : unknown) {
      Path file = layout.datasets().resolve(name);
      if (closed || log.broken()) {
        findings.problem(Problem.Kind.ADDED, file, "No entry knows this data set: it was added.");
      } else {
        findings.remark(
            Remark.Kind.LEFT_OVER,
            file,
            "No entry knows this data set; a writer is at work, or was killed.");
      }
    }
  }

  private void compare(DatasetRecord dataset) throws IOException, CancelledException {
    if (!PlainNames.isPlain(dataset.name())) {
      findings.problem(Problem.Kind.LOG, Layout.LOG, "No data set name: " + dataset.name());
      return;
    }
    Path folder = layout.datasets().resolve(dataset.name());
    if (Files.isSymbolicLink(folder)) {
      findings.problem(Problem.Kind.LINK, folder, "It is a symbolic link.");
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      findings.problem(Problem.Kind.MISSING, folder, "The copied data set is missing.");
      return;
    }
    FileListing listing;
    try {
      listing = new Blobs(layout, false).readJson(dataset.listing(), FileListing.class);
    } catch (BadInputException e) {
      findings.remark(
          Remark.Kind.NOT_CHECKED,
          folder,
          "Its files were not compared, because their listing cannot be read: " + e.getMessage());
      return;
    }
    listing.files().forEach(listed -> findings.countFile(listed.size()));
    List<FileListing.Difference> differences =
        depth == Depth.CONTENT
            ? listing.check(folder, progress)
            : listing.checkSizes(folder, progress);
    for (FileListing.Difference difference : differences) {
      findings.problem(
          kind(difference.change()),
          layout.nameOf(folder) + "/" + difference.path(),
          difference.message());
    }
  }

  private static Problem.Kind kind(FileListing.Change change) {
    return switch (change) {
      case CHANGED -> Problem.Kind.CHANGED;
      case MISSING -> Problem.Kind.MISSING;
      case ADDED -> Problem.Kind.ADDED;
      case NO_FILE -> Problem.Kind.LINK;
      case UNREADABLE -> Problem.Kind.UNREADABLE;
    };
  }
}
