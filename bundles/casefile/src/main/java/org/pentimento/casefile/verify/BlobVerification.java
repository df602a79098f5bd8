package org.pentimento.casefile.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.References;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.FileHasher;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

/**
 * Verifies blobs: each has the hash that its name says, those that entries and results name are
 * there, and there is none that no entry leads to. Such a one is a problem, because a writer that
 * closes a case names what is left over, and so does the next one after a writer that was killed;
 * only as long as neither happened it is a remark.
 */
final class BlobVerification {
  private static final int BATCH = 1000;

  private final Layout layout;
  private final Findings findings;
  private final Progress progress;
  private final Blobs blobs;
  private final Set<String> present = new HashSet<>();
  private final Set<String> damaged = new HashSet<>();

  BlobVerification(Layout layout, Findings findings, Progress progress) {
    this.layout = layout;
    this.findings = findings;
    this.progress = progress;
    this.blobs = new Blobs(layout, false);
  }

  /**
   * Looks at all of them.
   *
   * @param log that names them
   * @param closed whether the last writer closed the case
   */
  void verify(LogVerification log, boolean closed) throws IOException, CancelledException {
    progress.begin("Verifying stored content", 0);
    if (Files.isDirectory(layout.blobs(), LinkOption.NOFOLLOW_LINKS)) {
      hashAll();
    } else {
      findings.problem(Problem.Kind.MISSING, layout.blobs(), "The folder is missing.");
    }
    Map<String, String> required = new HashMap<>(log.required());
    for (String result : log.results()) {
      requiredBy(result, required);
    }
    required.forEach(
        (sha, where) -> {
          if (!present.contains(sha)) {
            findings.problem(
                Problem.Kind.MISSING,
                LogVerification.fileOf(sha),
                "The blob " + sha + " is missing; " + where + " names it.");
          }
        });
    if (log.broken()) {
      return;
    }
    Set<String> orphans = new HashSet<>(present);
    orphans.removeAll(References.closure(log.hashes(), blobs, progress));
    orphans.removeAll(damaged);
    for (String orphan : orphans) {
      String file = LogVerification.fileOf(orphan);
      if (closed) {
        findings.problem(Problem.Kind.ADDED, file, "No entry leads to this blob: it was added.");
      } else {
        findings.remark(
            Remark.Kind.LEFT_OVER,
            file,
            "No entry leads to this blob; a writer is at work, or was killed.");
      }
    }
  }

  private void hashAll() throws IOException, CancelledException {
    try (FileHasher hasher = new FileHasher(progress)) {
      Visitor visitor = new Visitor(hasher);
      Files.walkFileTree(layout.blobs(), visitor);
      if (visitor.cancelled != null) {
        throw visitor.cancelled;
      }
      hashBatch(hasher, visitor.batch);
    }
  }

  private void hashBatch(FileHasher hasher, List<Path> batch) throws CancelledException {
    for (FileHasher.Hashed hashed : hasher.hash(batch)) {
      Path inside = layout.blobs().relativize(hashed.file());
      String sha = inside.getName(0).toString() + inside.getName(1);
      findings.countBlob(hashed.size());
      present.add(sha);
      if (hashed.failure() != null) {
        damaged.add(sha);
        findings.problem(
            Problem.Kind.UNREADABLE, hashed.file(), "Cannot be read: " + hashed.failure());
      } else if (!hashed.sha256().equals(sha)) {
        damaged.add(sha);
        findings.problem(
            Problem.Kind.CHANGED,
            hashed.file(),
            "The blob was changed: its content now has the hash " + hashed.sha256() + ".");
      }
    }
    batch.clear();
  }

  private void requiredBy(String result, Map<String, String> required) throws IOException {
    if (!present.contains(result) || damaged.contains(result)) {
      return;
    }
    try {
      for (String sha : References.requiredByResult(blobs.readJson(result, JsonNode.class))) {
        required.putIfAbsent(sha, "the result " + result);
      }
    } catch (BadInputException e) {
      findings.remark(
          Remark.Kind.NOT_CHECKED,
          LogVerification.fileOf(result),
          "What the run's result names was not looked for: " + e.getMessage());
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final FileHasher hasher;
    private final List<Path> batch = new ArrayList<>();
    private @Nullable CancelledException cancelled;

    Visitor(FileHasher hasher) {
      this.hasher = hasher;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Path inside = layout.blobs().relativize(file);
      boolean named =
          inside.getNameCount() == 2
              && inside.getName(0).toString().length() == 2
              && Sha256.isHex(inside.getName(0).toString() + inside.getName(1));
      if (!attributes.isRegularFile()) {
        findings.problem(Problem.Kind.LINK, file, "It is a symbolic link or another special file.");
      } else if (!named) {
        findings.problem(Problem.Kind.ADDED, file, "It is no blob: it was added.");
      } else {
        batch.add(file);
      }
      try {
        progress.checkCancelled();
        if (batch.size() >= BATCH) {
          hashBatch(hasher, batch);
        }
      } catch (CancelledException e) {
        cancelled = e;
        return FileVisitResult.TERMINATE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      findings.problem(Problem.Kind.UNREADABLE, file, "Cannot be read: " + failure);
      return FileVisitResult.CONTINUE;
    }
  }
}
