package org.pentimento.casefile.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.verify.Verification.Anchor;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

/** Collects what the parts of a verification find. */
final class Findings {
  private final Layout layout;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private long entries;
  private long blobs;
  private long files;
  private long bytes;
  private Anchor anchor = Anchor.NONE;
  private String key = "";

  Findings(Layout layout) {
    this.layout = layout;
  }

  void problem(Problem.Kind kind, String file, String message) {
    problems.add(new Problem(kind, file, message));
  }

  void problem(Problem.Kind kind, Path file, String message) {
    problem(kind, layout.nameOf(file), message);
  }

  void remark(Remark.Kind kind, String file, String message) {
    remarks.add(new Remark(kind, file, message));
  }

  void remark(Remark.Kind kind, Path file, String message) {
    remark(kind, layout.nameOf(file), message);
  }

  void countEntries(long count) {
    entries = count;
  }

  void countBlob(long size) {
    blobs++;
    bytes += size;
  }

  void countFile(long size) {
    files++;
    bytes += size;
  }

  /** Something from outside the case bears it out. */
  void anchored(Anchor by) {
    anchor = by;
  }

  /** The fingerprint of the key that signs now. */
  void signedBy(String fingerprint) {
    key = fingerprint;
  }

  Verification verification() {
    return new Verification(problems, remarks, entries, blobs, files, bytes, anchor, key);
  }
}
