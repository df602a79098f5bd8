package org.pentimento.casefile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.CaseRemark;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.IndexRebuilt;
import org.pentimento.casefile.event.KeyChanged;
import org.pentimento.casefile.event.LeftOver;
import org.pentimento.casefile.event.LeftOvers;
import org.pentimento.casefile.event.Recovered;
import org.pentimento.casefile.event.RunInterrupted;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.index.Index;
import org.pentimento.casefile.log.CustodyKey;
import org.pentimento.casefile.log.CustodyLog;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.log.LogEnding;
import org.pentimento.casefile.log.LogReader;
import org.pentimento.casefile.log.LogScan;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.casefile.store.BlobMentions;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.casefile.store.WriterLock;

/** A case while it is open for writing: takes it over, adds entries, leaves it in order. */
final class Writer {
  private final Layout layout;
  private final Blobs blobs;
  private final WriterLock lock;
  private final CustodyLog log;
  private final Index index;
  private final Set<String> named = new HashSet<>();

  private Writer(Layout layout, Blobs blobs, WriterLock lock, CustodyLog log, Index index) {
    this.layout = layout;
    this.blobs = blobs;
    this.lock = lock;
    this.log = log;
    this.index = index;
  }

  /**
   * Takes a case over from the last writer, and records what was to be put right.
   *
   * @throws BadInputException if the log was altered: nobody must write on behind that
   */
  static Writer takeOver(
      Layout layout, Blobs blobs, WriterLock lock, Index.Opened opened, LogScan scan)
      throws IOException {
    LogEnding ending =
        LogEnding.of(scan.chain(), scan.tail(), scan.created().caseId(), LogScan.head(layout));
    if (ending.kind() != LogEnding.Kind.CLEAN && !ending.recoverable()) {
      throw new BadInputException(
          layout.head() + ": " + ending.message(),
          "The case was altered. Verify it, and go on with an unaltered copy.");
    }
    CustodyKey key = CustodyKey.ofUser();
    String setAside = "";
    if (scan.tail().length > 0) {
      setAside = setAside(layout, scan);
    }
    CustodyLog log = new CustodyLog(layout, key, scan.created(), scan.chain(), scan.end());
    try {
      Writer writer = new Writer(layout, blobs, lock, log, opened.index());
      if (ending.kind() == LogEnding.Kind.UNSIGNED_ENTRY) {
        log.signLast();
      }
      writer.noteKey(scan.publicKey(), key.publicKey());
      writer.noteIndex(scan, opened);
      writer.noteUnclosed(ending, scan, setAside);
      writer.noteInterruptedRuns();
      writer.takeInNotes();
      return writer;
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  /** Adds an entry. Once it is in the log it counts, even if the index cannot follow right now. */
  Entry record(CaseEvent event) throws IOException {
    Entry entry = log.append(event);
    BlobMentions.collect(entry.body(), named);
    return entry;
  }

  @Nullable Receipt head() {
    return log.head();
  }

  /** Names what was stored and is of no use to any entry, then lets the next writer in. */
  void close() throws IOException {
    try (lock;
        log) {
      takeInNotes();
      Set<String> orphans = new TreeSet<>(blobs.added());
      orphans.removeAll(named);
      if (!orphans.isEmpty()) {
        orphans.removeAll(closure(named));
      }
      index.catchUp();
      LeftOvers leftOvers = leftOvers(orphans);
      if (!leftOvers.none()) {
        log.append(new LeftOver(leftOvers));
        index.catchUp();
      }
      lock.markClosed();
    }
  }

  private void noteKey(String before, String now) throws IOException {
    if (!before.equals(now)) {
      record(new KeyChanged(before, now));
    }
  }

  private void noteIndex(LogScan scan, Index.Opened opened) throws IOException {
    String damage = opened.damage();
    if (damage.isEmpty() && !scan.indexFits()) {
      damage = "it was of another log";
      index.rebuild();
    }
    index.catchUp();
    // A case that was just made has no index yet, which is nothing to be put right.
    if (!damage.isEmpty() && scan.chain().number() > 1) {
      record(new IndexRebuilt(damage));
      index.catchUp();
    }
  }

  private void noteUnclosed(LogEnding ending, LogScan scan, String setAside) throws IOException {
    Optional<WriterLock.Holder> unclosed = lock.unclosed();
    if (unclosed.isEmpty() && !ending.recoverable()) {
      return;
    }
    Set<String> orphans = blobsOnDisk();
    orphans.removeAll(closure(namedInLog()));
    record(
        new Recovered(
            unclosed.map(WriterLock.Holder::toString).orElse("unknown"),
            leftOvers(orphans),
            ending.kind() == LogEnding.Kind.UNSIGNED_ENTRY ? scan.chain().number() : 0,
            scan.tail().length,
            setAside));
    index.catchUp();
  }

  /**
   * Records notes that were made while a writer was at work. One that is in the log already was
   * left by a writer that was killed between recording and forgetting it.
   */
  private void takeInNotes() throws IOException {
    List<WaitingNotes.Kept> waiting = new WaitingNotes(layout).all();
    if (waiting.isEmpty()) {
      return;
    }
    Set<CaseRemark> recorded = new HashSet<>();
    try (LogReader reader = new LogReader(layout.log(), 0)) {
      for (byte[] line = reader.next(); line != null; line = reader.next()) {
        Entry.parse(line).as(CaseRemark.class).ifPresent(recorded::add);
      }
    }
    for (WaitingNotes.Kept kept : waiting) {
      if (!recorded.contains(kept.remark())) {
        record(kept.remark());
      }
      WaitingNotes.forget(kept);
    }
    index.catchUp();
  }

  private void noteInterruptedRuns() throws IOException {
    for (RunRecord run : index.runs()) {
      if (run.state() == RunRecord.State.STARTED) {
        record(new RunInterrupted(run.id()));
      }
    }
    index.catchUp();
  }

  /**
   * Moves the beginning of a line aside. The copy is durable before the log is cut, so that being
   * killed in between loses nothing.
   */
  private static String setAside(Layout layout, LogScan scan) throws IOException {
    String name = "unfinished-entry-" + (scan.chain().number() + 1) + "-" + UUID.randomUUID();
    Path target = layout.work().resolve(name);
    DurableFiles.replace(target, scan.tail(), layout.scratch());
    try (FileChannel channel =
        FileChannel.open(
            layout.log(), Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
      channel.truncate(scan.end());
      channel.force(true);
    }
    return layout.nameOf(target);
  }

  /** Puts orphans on a list, and moves folders of data sets that no entry knows to work/. */
  private LeftOvers leftOvers(Set<String> orphans) throws IOException {
    String list = orphans.isEmpty() ? "" : blobs.putJson(List.copyOf(orphans));
    List<String> folders = new ArrayList<>();
    for (Path folder : unknownDatasets()) {
      Path target = layout.work().resolve("left-over-" + UUID.randomUUID());
      OwnerOnly.createFolder(target);
      Files.move(folder, target.resolve(String.valueOf(folder.getFileName())));
      folders.add(layout.nameOf(folder));
    }
    if (!folders.isEmpty()) {
      DurableFiles.syncFolder(layout.datasets());
    }
    return new LeftOvers(list, folders);
  }

  private List<Path> unknownDatasets() throws IOException {
    Set<String> known = new HashSet<>();
    for (DatasetRecord dataset : index.datasets()) {
      if (dataset.mode() == DatasetRecord.Mode.COPIED) {
        known.add(dataset.name());
      }
    }
    try (Stream<Path> folders = Files.list(layout.datasets())) {
      return folders
          .filter(folder -> !known.contains(String.valueOf(folder.getFileName())))
          .toList();
    }
  }

  private Set<String> blobsOnDisk() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(layout.blobs(), 2)) {
      files
          .map(file -> layout.blobs().relativize(file))
          .filter(file -> file.getNameCount() == 2)
          .map(file -> file.getName(0).toString() + file.getName(1))
          .filter(blobs::contains)
          .forEach(found::add);
    }
    return found;
  }

  private Set<String> namedInLog() throws IOException {
    Set<String> hashes = new HashSet<>();
    try (LogReader reader = new LogReader(layout.log(), 0)) {
      for (byte[] line = reader.next(); line != null; line = reader.next()) {
        BlobMentions.collect(Entry.parse(line).body(), hashes);
      }
    }
    return hashes;
  }

  private Set<String> closure(Set<String> hashes) throws IOException {
    try {
      return BlobMentions.closure(hashes, blobs, Progress.NONE);
    } catch (CancelledException e) {
      throw new IllegalStateException("Nobody can cancel this", e);
    }
  }
}
