package org.pentimento.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.BlobReference;
import org.pentimento.casefile.event.CaseCreated;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.CaseRemark;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.event.Housekeeping;
import org.pentimento.casefile.event.LeftOutPair;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.OtherEvent;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.index.Index;
import org.pentimento.casefile.log.Chain;
import org.pentimento.casefile.log.CustodyKey;
import org.pentimento.casefile.log.CustodyLog;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.log.LogPosition;
import org.pentimento.casefile.log.LogReader;
import org.pentimento.casefile.log.LogScan;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.CaseBusyException;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.FileSystemKind;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.casefile.store.PlainNames;
import org.pentimento.casefile.store.WriterLock;
import org.pentimento.casefile.verify.Anchors;
import org.pentimento.casefile.verify.Depth;
import org.pentimento.casefile.verify.Verification;
import org.pentimento.casefile.verify.Verifier;

/**
 * One case on disk.
 *
 * <pre>
 * NAME.case/
 *   blobs/ab/cd…      content by its SHA-256, read-only files
 *   datasets/NAME/…   copied data sets with their folders
 *   custody.jsonl     the custody log: one entry a line, each with the hash of the one before
 *   head.json         the signed head of the log, a {@link Receipt}
 *   case.db           index over the above (SQLite), made anew whenever it is lost or damaged
 *   lock              held by the one writer; says who it is
 *   work/             scratch, no evidence
 * </pre>
 *
 * <p>There is one writer at a time and any number of readers, who see what the writer does. What
 * {@link #record} and {@link Blobs#put(byte[])} returned survives whatever happens to the process
 * or the machine. Safe for use from several threads.
 */
public final class CaseFile implements AutoCloseable {
  private static final String NOT_LOGGED =
      "That this was taken out of the case is not in its custody log. ";

  private static final LogPosition NOWHERE = new LogPosition(0, "", -1);

  private final Layout layout;
  private final Blobs blobs;
  private final CaseCreated created;
  private final Index index;
  private final @Nullable Writer writer;
  private boolean closed;

  private CaseFile(
      Layout layout, Blobs blobs, CaseCreated created, Index index, @Nullable Writer writer) {
    this.layout = layout;
    this.blobs = blobs;
    this.created = created;
    this.index = index;
    this.writer = writer;
  }

  /** Whether a folder is a case. Whether it is in order is not looked at. */
  public static boolean isCase(Path folder) {
    return Layout.isCase(folder);
  }

  /**
   * Makes a case that only its owner can read, and opens it for writing.
   *
   * @param folder must not exist or be empty
   * @throws BadInputException if something is there
   */
  public static CaseFile create(Path folder, CaseInfo info) throws IOException {
    CustodyKey key = CustodyKey.ofUser();
    try {
      OwnerOnly.createFolders(folder);
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new BadInputException(
              "The folder " + folder + " is not empty.", "Choose another name for the case.");
        }
      }
      Layout layout = new Layout(folder.toRealPath());
      OwnerOnly.restrictFolder(layout.root());
      for (Path part : layout.folders()) {
        OwnerOnly.createFolder(part);
      }
      try (WriterLock lock = WriterLock.acquire(layout)) {
        CaseCreated created =
            new CaseCreated(
                CaseCreated.FORMAT, UUID.randomUUID().toString(), key.publicKey(), info);
        CustodyLog.begin(layout, created, key);
        lock.markClosed();
      }
      DurableFiles.syncFolder(DurableFiles.folderOf(layout.root()));
    } catch (AccessDeniedException e) {
      throw new BadInputException(
          "The case " + folder + " cannot be made: writing to " + e.getFile() + " is not allowed.",
          "Choose a folder where you may write.",
          e);
    } catch (IOException e) {
      throw DurableFiles.explained(e, folder);
    }
    return openForWriting(folder);
  }

  /**
   * Opens a case for writing. What a killed writer left is put right and recorded.
   *
   * @throws BadInputException if another writer has it (the message says who), if it was altered,
   *     is of a newer version, or lies where files cannot be locked
   */
  public static CaseFile openForWriting(Path folder) throws IOException {
    Layout layout = Layout.existing(folder);
    layout.refuseLinks();
    WriterLock lock = WriterLock.acquire(layout);
    Index index = null;
    try {
      for (Path part : layout.folders()) {
        OwnerOnly.createFolders(part);
      }
      Blobs blobs = new Blobs(layout, true);
      String journal = FileSystemKind.of(layout.root()).journal();
      // The log first: an index must not be touched in a case of a newer version.
      LogScan.of(layout, NOWHERE);
      Index.Opened opened = Index.forWriting(layout, blobs, journal);
      index = opened.index();
      LogScan scan = LogScan.of(layout, index.position());
      Writer writer = Writer.takeOver(layout, blobs, lock, opened, scan);
      return new CaseFile(layout, blobs, scan.created(), index, writer);
    } catch (IOException e) {
      release(index, lock);
      throw DurableFiles.explained(e, layout.root());
    } catch (RuntimeException e) {
      release(index, lock);
      throw e;
    }
  }

  private static void release(@Nullable Index index, WriterLock lock) throws IOException {
    try (lock) {
      if (index != null) {
        index.close();
      }
    }
  }

  /**
   * Opens a case for reading, also on a read-only medium. If its index is missing, damaged or
   * behind, one is made outside the case.
   *
   * @throws BadInputException if its custody log was altered, or it is of a newer version
   */
  public static CaseFile openForReading(Path folder) throws IOException {
    Layout layout = Layout.existing(folder);
    layout.refuseLinks();
    LogScan scan = LogScan.of(layout, NOWHERE);
    Blobs blobs = new Blobs(layout, false);
    return new CaseFile(layout, blobs, scan.created(), readable(layout, blobs), null);
  }

  /** The index of the case if it is usable and up to date, else one made outside the case. */
  private static Index readable(Layout layout, Blobs blobs) throws IOException {
    boolean untouchable = !Files.isWritable(layout.root());
    boolean foreign = untouchable && FileSystemKind.of(layout.root()).shared();
    Index stored = foreign ? null : Index.forReading(layout, blobs, untouchable);
    if (stored != null) {
      LogScan scan = LogScan.of(layout, stored.position());
      if (scan.indexFits() && reaches(stored, scan.chain().number())) {
        return stored;
      }
      stored.close();
    }
    Index own = Index.scratch(layout, blobs);
    try {
      own.catchUp();
      return own;
    } catch (IOException | RuntimeException e) {
      own.close();
      throw e;
    }
  }

  /** Waits a moment for a writer at work, who writes to the log first and then to the index. */
  private static boolean reaches(Index index, long number) throws IOException {
    for (int patience = 20; patience > 0; patience--) {
      if (index.position().number() >= number) {
        return true;
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  /** The folder as a real path. */
  public Path folder() {
    return layout.root();
  }

  /** The random UUID of the case, which is in every receipt too. */
  public String id() {
    return created.caseId();
  }

  /** What the case is about. */
  public CaseInfo info() {
    return created.info();
  }

  /** Content of the case by its hash. */
  public Blobs blobs() {
    return blobs;
  }

  /**
   * Adds an entry to the custody log. When this returns the entry is durable and signed; the index
   * follows, at the latest with the next question to it.
   *
   * @param event whose blobs have to be stored before
   * @throws BadInputException if the event does not fit the case, names a blob that is missing, or
   *     there is no room; then nothing was recorded
   * @throws IllegalArgumentException if the event is not for callers to record
   * @throws IllegalStateException if the case is open for reading
   */
  public synchronized Entry record(CaseEvent event) throws IOException {
    Writer open = writer();
    check(event);
    Entry entry = open.record(event);
    try {
      index.catchUp();
    } catch (IOException e) {
      // The entry counts, so this is no failure to record it. The index stands where it stood, and
      // the next question tries again and reports what is wrong with it.
      return entry;
    }
    return entry;
  }

  /** All entries in order. */
  public List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    Chain chain = new Chain();
    try (LogReader reader = new LogReader(layout.log(), 0)) {
      for (byte[] line = reader.next(); line != null; line = reader.next()) {
        entries.add(chain.follow(line));
      }
    }
    return entries;
  }

  /**
   * Data sets by name, each as it was imported last.
   *
   * @throws UncheckedIOException if the index cannot be read
   */
  public List<DatasetRecord> datasets() {
    return ask(Index::datasets);
  }

  /** A data set by its name in the case. */
  public Optional<DatasetRecord> dataset(String name) {
    return datasets().stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  /**
   * Where the files of a data set lie; empty if it is made from its settings.
   *
   * @throws BadInputException if it is part of a data set that the case does not have any more
   */
  public Optional<Path> datasetRoot(DatasetRecord dataset) throws BadInputException {
    return switch (dataset.mode()) {
      case MADE -> Optional.empty();
      case COPIED -> Optional.of(datasetFolder(dataset.name()));
      case REFERENCED -> Optional.of(Path.of(dataset.root()));
      case PART -> datasetRoot(whole(dataset));
    };
  }

  /** Ids of pairs that are in the files of a data set and do not belong to it. */
  public Set<String> leftOut(DatasetRecord dataset) throws IOException {
    Set<String> ids = new HashSet<>();
    DatasetRecord.Part part = dataset.part();
    if (part != null) {
      for (LeftOutPair pair : blobs.readJson(part.leftOut(), LeftOutPair[].class)) {
        ids.add(pair.id());
      }
      ids.addAll(leftOut(whole(dataset)));
    }
    return ids;
  }

  /**
   * Ids of the pairs of a data set that bore a tag at some entry of the log.
   *
   * @param entry number of the last entry that counts
   * @throws BadInputException if the log has no such entry, or no pair bore the tag then
   */
  public Set<String> tagged(String dataset, String tag, long entry) throws IOException {
    List<Entry> entries = entries();
    if (entry < 1 || entry > entries.size()) {
      throw new BadInputException(
          "The custody log of the case has no entry " + entry + "; it has " + entries.size() + ".",
          "Write the entry up to which tags count, such as " + entries.size() + ".");
    }
    Map<String, Set<String>> tags = PairTags.of(entries.subList(0, (int) entry)).of(dataset);
    Set<String> pairs = tags.get(tag);
    if (pairs == null) {
      throw new BadInputException(
          "No pair of the data set '"
              + dataset
              + "' bore the tag '"
              + tag
              + "' at entry "
              + entry
              + " of the custody log.",
          tags.isEmpty()
              ? "No pair of it bore a tag."
              : "It had: " + String.join(", ", tags.keySet()) + ".");
    }
    return pairs;
  }

  /** The data set that one is part of. */
  private DatasetRecord whole(DatasetRecord dataset) throws BadInputException {
    DatasetRecord.Part part = dataset.part();
    return dataset(part == null ? "" : part.of())
        .filter(whole -> part != null && whole.digest().equals(part.digest()))
        .filter(whole -> !whole.name().equals(dataset.name()))
        .orElseThrow(
            () ->
                new BadInputException(
                    "The data set '"
                        + dataset.name()
                        + "' is part of '"
                        + (part == null ? "" : part.of())
                        + "', which is not in the case as it was then.",
                    "Use an unaltered copy of the case."));
  }

  /**
   * Models that were made elsewhere, by name, each as it was imported last.
   *
   * @throws UncheckedIOException if the index cannot be read
   */
  public List<ModelRecord> models() {
    return ask(Index::models);
  }

  /** A model by its name in the case. */
  public Optional<ModelRecord> model(String name) {
    return models().stream().filter(model -> model.name().equals(name)).findFirst();
  }

  /**
   * Runs of all kinds by the time of their first start.
   *
   * @throws UncheckedIOException if the index cannot be read
   */
  public List<RunRecord> runs() {
    return ask(Index::runs);
  }

  /** Runs of one kind by the time of their first start. */
  public List<RunRecord> runs(RunKind kind) {
    return runs().stream().filter(run -> run.kind() == kind).toList();
  }

  /** A run of any kind by its id. */
  public Optional<RunRecord> run(String id) {
    return runs().stream().filter(run -> run.id().equals(id)).findFirst();
  }

  /**
   * Results of a step that was finished before, by name, if all their blobs are there.
   *
   * @param key SHA-256 of all that the results depend on
   * @throws UncheckedIOException if the index cannot be read
   */
  public Optional<Map<String, String>> step(String key) {
    return ask(open -> Optional.ofNullable(open.step(key)))
        .filter(results -> results.values().stream().allMatch(blobs::contains));
  }

  /**
   * Asks the index in SQL. It has the tables {@code entries}, {@code datasets}, {@code runs},
   * {@code steps}, {@code comparisons} (of runs), {@code summaries} and {@code measurements} (of
   * comparisons), and nothing can be changed through it.
   *
   * @param sql one SELECT with {@code ?} for arguments
   * @return rows by column name, in the order of the columns
   */
  public List<Map<String, @Nullable Object>> query(String sql, Object... arguments)
      throws IOException {
    synchronized (this) {
      index.catchUp();
      return index.query(sql, List.of(arguments));
    }
  }

  /**
   * A folder for files that are no evidence, such as checkpoints. It stays until somebody deletes
   * it.
   *
   * @throws BadInputException if the name cannot be that of a folder
   */
  public Path workFolder(String name) throws IOException {
    writer();
    PlainNames.check("work folder", name);
    return OwnerOnly.createFolders(layout.work().resolve(name));
  }

  /**
   * Where a copied data set lies. Copy it to a {@link #workFolder} first and move it here as a
   * whole, then record {@link DatasetImported}: a folder here that no entry knows is moved to
   * {@code work/} when the case is closed or recovered.
   *
   * @throws IllegalArgumentException if the name is not plain, see {@link PlainNames}
   */
  public Path datasetFolder(String name) {
    if (!PlainNames.isPlain(name)) {
      throw new IllegalArgumentException("Not a data set name: " + name);
    }
    return layout.datasets().resolve(name);
  }

  /** The signed head of the log, to be kept outside the case. */
  public synchronized Receipt receipt() throws IOException {
    Receipt head = writer == null ? null : writer.head();
    return head == null ? Receipt.read(layout.head()) : head;
  }

  /**
   * Records notes, names and tags. While somebody else writes to the case they are kept beside its
   * log, on the disk, and the next writer takes them in.
   *
   * @return whether they are in the log now
   */
  public static boolean note(Path folder, List<? extends CaseRemark> remarks) throws IOException {
    for (CaseRemark remark : remarks) {
      remark.check(id -> true);
    }
    try (CaseFile file = openForWriting(folder)) {
      for (CaseRemark remark : remarks) {
        file.record(remark);
      }
      return true;
    } catch (CaseBusyException e) {
      WaitingNotes waiting = new WaitingNotes(Layout.existing(folder));
      for (CaseRemark remark : remarks) {
        waiting.keep(remark);
      }
      return false;
    }
  }

  /** Notes, names and tags of a case that are not in its log yet, oldest first. */
  public static List<CaseRemark> waitingNotes(Path folder) throws IOException {
    return new WaitingNotes(Layout.existing(folder))
        .all().stream().map(kept -> kept.remark()).toList();
  }

  /**
   * Records that something was read from a case to be used outside it, if the case can be written
   * to now. To be called when the case is not open.
   *
   * @return a sentence that says why it was not recorded; empty if it was
   */
  public static String log(Path folder, Exported event) {
    try (CaseFile file = openForWriting(folder)) {
      file.record(event);
      return "";
    } catch (BadInputException e) {
      return NOT_LOGGED + e.getMessage();
    } catch (IOException e) {
      return NOT_LOGGED + "It cannot be written to: " + e.getMessage() + ".";
    }
  }

  /**
   * Looks whether a case is as it was written. Changes nothing in it, and needs no key.
   *
   * @param receipt of this case that was kept elsewhere
   * @throws BadInputException if the folder is no case or the receipt is not there
   */
  public static Verification verify(Path folder, Optional<Path> receipt, Progress progress)
      throws IOException, CancelledException {
    return verify(folder, new Anchors(receipt, Optional.empty()), progress);
  }

  /**
   * Looks whether a case is as it was written. Changes nothing in it, and needs no key.
   *
   * @param anchors what is known of it from outside
   * @throws BadInputException if the folder is no case or the receipt is not there
   */
  public static Verification verify(Path folder, Anchors anchors, Progress progress)
      throws IOException, CancelledException {
    return new Verifier(Layout.existing(folder), progress).verify(anchors, Depth.CONTENT);
  }

  /**
   * Looks at the custody log, whether what it leads to is there, and at sizes: what can be said in
   * seconds about a large case. Changes nothing in it.
   *
   * @throws BadInputException if the folder is no case
   */
  public static Verification glance(Path folder, Progress progress)
      throws IOException, CancelledException {
    return new Verifier(Layout.existing(folder), progress)
        .verify(Anchors.NONE, Depth.LOG_AND_SIZES);
  }

  /** Makes the index anew from log and blobs. */
  public synchronized void rebuildIndex() throws IOException {
    writer();
    index.rebuild();
  }

  private void check(CaseEvent event) throws IOException {
    if (event instanceof Housekeeping || event instanceof OtherEvent) {
      throw new IllegalArgumentException("Not an event to record: " + event.action());
    }
    for (BlobReference reference : event.blobs()) {
      blobs.path(reference.sha());
    }
    event.check(id -> run(id).isPresent());
  }

  private Writer writer() {
    if (writer == null) {
      throw new IllegalStateException("The case is open for reading only");
    }
    return writer;
  }

  private synchronized <T> T ask(Question<T> question) {
    try {
      index.catchUp();
      return question.ask(index);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Question<T> {
    T ask(Index index) throws IOException;
  }

  /** Leaves the case in order and lets the next writer in. */
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (index) {
      if (writer != null) {
        writer.close();
      }
    }
  }
}
