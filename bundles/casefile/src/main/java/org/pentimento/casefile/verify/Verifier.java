package org.pentimento.casefile.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.WriterLock;
import org.pentimento.casefile.verify.Verification.Problem;

/** Verifies all parts of a case. Reads only, and follows no link inside the case. */
public final class Verifier {
  private final Layout layout;
  private final Progress progress;
  private final Findings findings;

  public Verifier(Layout layout, Progress progress) {
    this.layout = layout;
    this.progress = progress;
    this.findings = new Findings(layout);
  }

  /**
   * Looks at a case.
   *
   * @param anchors what is known of it from outside
   */
  public Verification verify(Anchors anchors, Depth depth) throws IOException, CancelledException {
    Receipt receipt = anchors.receipt().isEmpty() ? null : read(anchors.receipt().get());
    if (!folderIsSound()) {
      return findings.verification();
    }
    boolean free = WriterLock.peek(layout.lock()).isEmpty();
    LogVerification log =
        new LogVerification(layout, findings, progress, receipt, anchors.key().orElse(null));
    log.verify();
    boolean closed = free && !log.unfinished();
    new BlobVerification(layout, findings, depth, progress).verify(log, closed);
    new DatasetVerification(layout, findings, depth, progress).verify(log, closed);
    if (!log.broken() && depth == Depth.CONTENT) {
      progress.begin("Verifying the index", 0);
      new IndexVerification(layout, findings).verify(log.entries(), closed);
    }
    return findings.verification();
  }

  /** Reads a receipt; one that was altered is a finding, one that is not there an error. */
  private @Nullable Receipt read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("There is no receipt " + file + ".", "Check the path.");
    }
    try {
      return Receipt.read(file);
    } catch (BadInputException e) {
      findings.problem(
          Problem.Kind.RECEIPT, String.valueOf(file.getFileName()), String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Whether the rest can be looked at without following a link out of the case. */
  private boolean folderIsSound() throws IOException {
    boolean sound = true;
    List<Path> parts;
    try (Stream<Path> stream = Files.list(layout.root())) {
      parts = stream.sorted().toList();
    }
    for (Path part : parts) {
      String name = String.valueOf(part.getFileName());
      boolean known = Layout.knows(name);
      boolean folder = Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS);
      boolean shouldBeFolder =
          part.equals(layout.blobs())
              || part.equals(layout.datasets())
              || part.equals(layout.work());
      boolean regular = Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS);
      if (!folder && !regular) {
        findings.problem(Problem.Kind.LINK, part, "It is a symbolic link or a special file.");
        sound &= !known;
      } else if (!known) {
        findings.problem(Problem.Kind.ADDED, part, "It does not belong into a case.");
      } else if (folder != shouldBeFolder) {
        findings.problem(
            Problem.Kind.CHANGED,
            part,
            folder
                ? "A folder stands where a file should be."
                : "A file stands where a folder should be.");
        sound = false;
      }
    }
    return sound;
  }
}
