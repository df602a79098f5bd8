package org.pentimento.casefile.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.Actions;
import org.pentimento.casefile.event.CaseCreated;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.References;
import org.pentimento.casefile.index.Index;
import org.pentimento.casefile.log.Chain;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.log.LogEnding;
import org.pentimento.casefile.log.LogReader;
import org.pentimento.casefile.log.LogScan;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

/** Verifies the custody log and its head, and notes what the log says about everything else. */
final class LogVerification {
  private static final String LOG = "custody.jsonl";
  private static final String HEAD = "head.json";

  /** How often a log that grows meanwhile is looked at again. */
  private static final int PATIENCE = 100;

  private final Layout layout;
  private final Findings findings;
  private final Progress progress;
  private final @Nullable Receipt receipt;
  private final Chain chain = new Chain();
  private final Set<String> hashes = new HashSet<>();
  private final Map<String, String> required = new LinkedHashMap<>();
  private final Set<String> results = new LinkedHashSet<>();
  private final Map<String, DatasetRecord> datasets = new HashMap<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private String caseId = "";
  private String lastKey = "";
  private Instant lastTime = Instant.MIN;
  private boolean broken;
  private boolean receiptFound;
  private boolean unfinished;

  LogVerification(Layout layout, Findings findings, Progress progress, @Nullable Receipt receipt) {
    this.layout = layout;
    this.findings = findings;
    this.progress = progress;
    this.receipt = receipt;
  }

  /** Reads the log once, one line at a time. */
  void verify() throws IOException, CancelledException {
    progress.begin("Verifying the custody log", Files.size(layout.log()));
    try (LogReader reader = new LogReader(layout.log(), 0)) {
      end(reader);
    }
    findings.countEntries(chain.number());
    if (receipt != null) {
      compareReceipt(receipt);
    }
    if (keys.size() > 1) {
      findings.remark(
          Remark.Kind.KEY, LOG, keys.size() + " keys signed this case one after the other.");
    }
  }

  /** All that looks like a hash in the bodies. */
  Set<String> hashes() {
    return hashes;
  }

  /** Blobs that have to be there, with the entry that names them. */
  Map<String, String> required() {
    return required;
  }

  /** Blobs with runs' results. */
  Set<String> results() {
    return results;
  }

  /** Data sets, each as it was imported last. */
  Map<String, DatasetRecord> datasets() {
    return datasets;
  }

  /** Whether the chain does not hold. */
  boolean broken() {
    return broken;
  }

  /** Whether the case waits for recovery. */
  boolean unfinished() {
    return unfinished;
  }

  /** Reads to an end that the head signs, or to one that does not change any more. */
  private void end(LogReader reader) throws IOException, CancelledException {
    @Nullable Receipt before = null;
    long linesBefore = -1;
    for (int attempt = 1; ; attempt++) {
      readLines(reader);
      Receipt head;
      try {
        head = LogScan.head(layout);
      } catch (BadInputException e) {
        findings.problem(Problem.Kind.HEAD, HEAD, String.valueOf(e.getMessage()));
        return;
      }
      boolean grew = chain.number() != linesBefore || !Objects.equals(head, before);
      LogEnding ending = LogEnding.of(chain, reader.tail(), caseId, head);
      boolean mayBeMoving =
          ending.recoverable()
              || ending.kind() == LogEnding.Kind.CUT_OFF
              || ending.kind() == LogEnding.Kind.FOREIGN_END;
      if (!mayBeMoving || !grew || attempt == PATIENCE) {
        judge(ending, head);
        return;
      }
      before = head;
      linesBefore = chain.number();
      pause();
    }
  }

  private static void pause() throws CancelledException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private void judge(LogEnding ending, @Nullable Receipt head) {
    switch (ending.kind()) {
      case CLEAN -> {
        // As it should be.
      }
      case UNFINISHED_LINE, UNSIGNED_ENTRY -> {
        unfinished = true;
        findings.remark(Remark.Kind.UNFINISHED, LOG, ending.message());
      }
      case CUT_OFF -> findings.problem(Problem.Kind.CUT_OFF, LOG, ending.message());
      case FOREIGN_END -> findings.problem(Problem.Kind.LOG, LOG, ending.message());
      case BAD_HEAD -> {
        if (!broken || head == null || !head.genuine()) {
          findings.problem(Problem.Kind.HEAD, HEAD, ending.message());
        }
      }
    }
    if (head != null && !broken && !head.publicKey().equals(lastKey)) {
      findings.problem(
          Problem.Kind.HEAD, HEAD, "It is signed with a key that the log does not name.");
    }
  }

  private void readLines(LogReader reader) throws IOException, CancelledException {
    long position = reader.position();
    for (byte[] line = next(reader); line != null; line = next(reader)) {
      take(line);
      progress.advance(reader.position() - position);
      position = reader.position();
      progress.checkCancelled();
    }
  }

  /** A line too long to be one ends the reading. */
  private byte @Nullable [] next(LogReader reader) throws IOException {
    try {
      return reader.next();
    } catch (BadInputException e) {
      if (!broken) {
        findings.problem(Problem.Kind.LOG, LOG, String.valueOf(e.getMessage()));
      }
      broken = true;
      return null;
    }
  }

  private void take(byte[] line) throws BadInputException {
    Chain.Link link = chain.take(line);
    for (String fault : link.faults()) {
      broken = true;
      findings.problem(Problem.Kind.LOG, LOG, "Line " + chain.number() + ": " + fault);
    }
    Entry entry = link.entry();
    if (entry == null) {
      return;
    }
    if (chain.number() == 1) {
      begin(entry);
    }
    if (entry.time().isBefore(lastTime)) {
      findings.remark(
          Remark.Kind.CLOCK,
          LOG,
          "Entry " + chain.number() + " is older than the one before: the clock was set back.");
    }
    lastTime = entry.time();
    References.collect(entry.body(), hashes);
    understand(entry);
    if (receipt != null && receipt.number() == chain.number()) {
      receiptFound = receipt.hash().equals(entry.hash());
    }
  }

  private void begin(Entry first) throws BadInputException {
    refuseNewer(first);
    try {
      CaseCreated created = CaseCreated.of(first);
      caseId = created.caseId();
      lastKey = created.publicKey();
      keys.add(lastKey);
    } catch (BadInputException e) {
      broken = true;
      findings.problem(Problem.Kind.LOG, LOG, String.valueOf(e.getMessage()));
    }
  }

  private static void refuseNewer(Entry first) throws BadInputException {
    int format = first.body().path("format").asInt();
    if (format > CaseCreated.FORMAT) {
      throw Index.newer("case", format);
    }
  }

  private void understand(Entry entry) {
    String where = "entry " + entry.number() + " (" + entry.action() + ")";
    try {
      for (String sha : References.required(entry.action(), entry.body())) {
        required.putIfAbsent(sha, where);
      }
      if (entry.action().equals(Actions.DATASET_IMPORTED)) {
        DatasetRecord dataset = entry.bodyAs(DatasetRecord.class);
        datasets.put(dataset.name(), dataset);
      } else if (entry.action().equals(Actions.RUN_FINISHED)) {
        results.add(References.text(entry.action(), entry.body(), "result"));
      } else if (entry.action().equals(Actions.KEY_CHANGED)) {
        lastKey = References.text(entry.action(), entry.body(), "to");
        keys.add(lastKey);
      }
    } catch (BadInputException e) {
      findings.problem(Problem.Kind.LOG, LOG, where + ": " + e.getMessage());
    }
  }

  private void compareReceipt(Receipt kept) {
    if (!kept.genuine()) {
      findings.problem(
          Problem.Kind.RECEIPT, HEAD, "The signature of the receipt does not fit its content.");
      return;
    }
    if (!kept.caseId().equals(caseId)) {
      findings.problem(
          Problem.Kind.RECEIPT,
          LOG,
          "The receipt is of case " + kept.caseId() + ", this is case " + caseId + ".");
    } else if (kept.number() > chain.number()) {
      findings.problem(
          Problem.Kind.CUT_OFF,
          LOG,
          "The receipt is of entry "
              + kept.number()
              + ", the log ends with "
              + chain.number()
              + ": the case was put back to an earlier state.");
    } else if (!receiptFound) {
      findings.problem(
          Problem.Kind.RECEIPT,
          LOG,
          "Entry " + kept.number() + " is not the one of the receipt: the log was rewritten.");
    }
    if (!keys.contains(kept.publicKey())) {
      findings.remark(
          Remark.Kind.KEY, HEAD, "The receipt was signed with a key that the log does not name.");
    } else if (!kept.publicKey().equals(lastKey)) {
      findings.remark(
          Remark.Kind.KEY, HEAD, "The receipt was signed with an earlier key than the head.");
    }
  }

  /** Where a blob lies, relative to the case. */
  static String fileOf(String sha) {
    return Sha256.isHex(sha) ? "blobs/" + sha.substring(0, 2) + "/" + sha.substring(2) : "blobs";
  }

  /** Number of lines. */
  long entries() {
    return chain.number();
  }
}
