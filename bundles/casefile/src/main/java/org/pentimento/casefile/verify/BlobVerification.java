package org.pentimento.casefile.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.BlobReference;
import org.pentimento.casefile.store.BlobMentions;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.FileHasher;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

/**
 * Verifies blobs. Each has the hash that is its name. Each that an event names is there, and each
 * that such a blob names, and so on.
 *
 * <p>A blob that no entry leads to was added from outside, because a writer that closes a case
 * records what is left over, and so does the next writer after one that was killed. As long as
 * neither happened, and for what was so recorded, there is only a remark.
 */
final class BlobVerification {
  private static final int BATCH = 1000;
  private static final int MOST_NAMED = 20;

  /** Hash of the one content that an empty file has. */
  private static final String SHA_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final Layout layout;
  private final Findings findings;
  private final Progress progress;
  private final Depth depth;
  private final Blobs blobs;
  private final Set<String> present = new HashSet<>();
  private final Set<String> damaged = new HashSet<>();

  BlobVerification(Layout layout, Findings findings, Depth depth, Progress progress) {
    this.depth = depth;
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
      lookAtAll();
    } else {
      findings.problem(Problem.Kind.MISSING, layout.blobs(), "The folder is missing.");
    }
    followAll(log.references());
    if (!log.broken()) {
      compareWithMentions(log, closed);
    }
  }

  /** Looks for all blobs that can be reached from references. */
  private void followAll(Map<BlobReference, String> references)
      throws IOException, CancelledException {
    Map<BlobReference, String> seen = new HashMap<>(references);
    Deque<BlobReference> open = new ArrayDeque<>(references.keySet());
    Set<String> missing = new HashSet<>();
    while (!open.isEmpty()) {
      progress.checkCancelled();
      BlobReference reference = open.pop();
      String sha = reference.sha();
      if (!present.contains(sha)) {
        if (missing.add(sha)) {
          findings.problem(
              Problem.Kind.MISSING,
              Sha256.isHex(sha) ? layout.blob(sha) : layout.blobs(),
              "The content " + sha + " is missing; " + seen.get(reference) + " names it.");
        }
      } else if (reference.kind().namesBlobs() && !damaged.contains(sha)) {
        String where = "the " + reference.kind().words() + " " + sha;
        for (BlobReference next : named(reference)) {
          if (seen.putIfAbsent(next, where) == null) {
            open.add(next);
          }
        }
      }
    }
  }

  private List<BlobReference> named(BlobReference reference) throws IOException {
    try {
      return reference.kind().references(blobs.readJson(reference.sha(), JsonNode.class));
    } catch (BadInputException e) {
      findings.remark(
          Remark.Kind.NOT_CHECKED,
          layout.blob(reference.sha()),
          "What this " + reference.kind().words() + " names was not looked for: " + e.getMessage());
      return List.of();
    }
  }

  private void compareWithMentions(LogVerification log, boolean closed)
      throws IOException, CancelledException {
    Set<String> orphans = new HashSet<>(present);
    orphans.removeAll(damaged);
    orphans.removeAll(BlobMentions.closure(log.mentioned(), blobs, progress));
    for (Map.Entry<String, Long> list : log.leftOvers().entrySet()) {
      nameLeftOvers(list.getKey(), list.getValue(), orphans);
    }
    for (String orphan : orphans) {
      Path file = layout.blob(orphan);
      if (closed) {
        findings.problem(Problem.Kind.ADDED, file, "No entry leads to this file: it was added.");
      } else {
        findings.remark(
            Remark.Kind.LEFT_OVER,
            file,
            "No entry leads to this file: a writer is at work, or was killed.");
      }
    }
  }

  private void lookAtAll() throws IOException, CancelledException {
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
            "The content was changed: it now has the hash " + hashed.sha256() + ".");
      }
    }
    batch.clear();
  }

  /** Takes what a list of left-overs leads to out of the orphans, in a remark. */
  private void nameLeftOvers(String list, long entry, Set<String> orphans)
      throws IOException, CancelledException {
    Set<String> listed = BlobMentions.closure(Set.of(list), blobs, progress);
    listed.retainAll(orphans);
    orphans.removeAll(listed);
    listed.remove(list);
    if (!listed.isEmpty()) {
      String names =
          listed.stream()
              .sorted()
              .limit(MOST_NAMED)
              .map(sha -> layout.nameOf(layout.blob(sha)))
              .collect(Collectors.joining(", "));
      findings.remark(
          Remark.Kind.LEFT_OVER,
          layout.blobs(),
          (listed.size() == 1 ? "1 stored file is" : listed.size() + " stored files are")
              + " left over from interrupted work and in no result, as entry "
              + entry
              + " lists: "
              + names
              + (listed.size() > MOST_NAMED ? ", …" : "."));
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
        findings.problem(Problem.Kind.ADDED, file, "It is no content of the case: it was added.");
      } else if (depth == Depth.LOG_AND_SIZES) {
        note(file, inside.getName(0).toString() + inside.getName(1), attributes.size());
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

    private void note(Path file, String sha, long size) {
      findings.countBlob(size);
      present.add(sha);
      if (size == 0 && !sha.equals(SHA_OF_NOTHING)) {
        damaged.add(sha);
        findings.problem(Problem.Kind.CHANGED, file, "The content was changed: it is empty now.");
      }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      findings.problem(Problem.Kind.UNREADABLE, file, "Cannot be read: " + failure);
      return FileVisitResult.CONTINUE;
    }
  }
}
