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
import org.pentimento.casefile.event.BlobReference;
import org.pentimento.casefile.event.CaseCreated;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.KeyChanged;
import org.pentimento.casefile.event.LeftOver;
import org.pentimento.casefile.event.Recovered;
import org.pentimento.casefile.log.Chain;
import org.pentimento.casefile.log.CustodyKey;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.log.LogEnding;
import org.pentimento.casefile.log.LogReader;
import org.pentimento.casefile.log.LogScan;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.casefile.store.BlobMentions;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.NewerVersionException;
import org.pentimento.casefile.verify.Verification.Anchor;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

/** Verifies the custody log and its head, and collects what the log says of blobs and data sets. */
final class LogVerification {
  private static final String LOG = Layout.LOG;
  private static final String HEAD = Layout.HEAD;

  /** How often a log is read on that grows while it is verified. */
  private static final int PATIENCE = 100;

  private final Layout layout;
  private final Findings findings;
  private final Progress progress;
  private final @Nullable Receipt receipt;
  private final @Nullable String expectedKey;
  private final Chain chain = new Chain();
  private final Set<String> mentioned = new HashSet<>();
  private final Map<BlobReference, String> references = new LinkedHashMap<>();
  private final Map<String, Long> leftOvers = new LinkedHashMap<>();
  private final Map<String, DatasetRecord> datasets = new HashMap<>();
  private final Set<String> keys = new LinkedHashSet<>();
  private String caseId = "";
  private String lastKey = "";
  private Instant lastTime = Instant.MIN;
  private boolean broken;
  private boolean receiptFound;
  private boolean unfinished;

  /**
   * Verifies a log.
   *
   * @param expectedKey fingerprint of the key that has to sign it
   */
  LogVerification(
      Layout layout,
      Findings findings,
      Progress progress,
      @Nullable Receipt receipt,
      @Nullable String expectedKey) {
    this.layout = layout;
    this.findings = findings;
    this.progress = progress;
    this.receipt = receipt;
    this.expectedKey = expectedKey;
  }

  /** Reads the log once, one line at a time. */
  void verify() throws IOException, CancelledException {
    progress.begin("Verifying the custody log", Files.size(layout.log()));
    try (LogReader reader = new LogReader(layout.log(), 0)) {
      end(reader);
    }
    findings.countEntries(chain.number());
    findings.signedBy(CustodyKey.fingerprint(lastKey));
    if (expectedKey != null) {
      compareKey(expectedKey);
    }
    if (receipt != null) {
      compareReceipt(receipt);
    }
    if (keys.size() > 1) {
      findings.remark(
          Remark.Kind.KEY, LOG, keys.size() + " keys signed this case one after the other.");
    }
  }

  /** All that looks like a hash in the bodies, except lists of what is left over. */
  Set<String> mentioned() {
    return mentioned;
  }

  /** Blobs that events name, each with the first entry that does so, for a person. */
  Map<BlobReference, String> references() {
    return references;
  }

  /** Blobs that list what is left over, each with the number of its entry. */
  Map<String, Long> leftOvers() {
    return leftOvers;
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

  /** Reads to an end that the head signs, or that does not change any more. */
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

  private void take(byte[] line) throws NewerVersionException {
    Chain.Link link = chain.take(line);
    for (String fault : link.faults()) {
      broken = true;
      findings.problem(Problem.Kind.LOG, LOG, "Line " + chain.number() + ": " + fault);
    }
    Entry entry = link.entry();
    if (entry == null) {
      return;
    }
    if (entry.time().isBefore(lastTime)) {
      findings.remark(
          Remark.Kind.CLOCK,
          LOG,
          "Entry " + chain.number() + " is older than the one before: the clock was set back.");
    }
    lastTime = entry.time();
    understand(entry);
    if (receipt != null && receipt.number() == chain.number()) {
      receiptFound = receipt.hash().equals(entry.hash());
    }
  }

  private void understand(Entry entry) throws NewerVersionException {
    try {
      CaseEvent event = entry.event();
      String where = "entry " + entry.number() + " (" + entry.action() + ")";
      event.blobs().forEach(reference -> references.putIfAbsent(reference, where));
      if (event instanceof LeftOver leftOver) {
        leftOvers.put(leftOver.leftOvers().blobs(), entry.number());
      } else if (event instanceof Recovered recovered) {
        leftOvers.put(recovered.leftOvers().blobs(), entry.number());
      } else {
        BlobMentions.collect(entry.body(), mentioned);
      }
      if (event instanceof DatasetImported imported) {
        datasets.put(imported.dataset().name(), imported.dataset());
      } else if (event instanceof KeyChanged changed) {
        lastKey = changed.to();
        keys.add(lastKey);
      } else if (event instanceof CaseCreated created && chain.number() == 1) {
        caseId = created.caseId();
        lastKey = created.publicKey();
        keys.add(lastKey);
      }
    } catch (NewerVersionException e) {
      throw e;
    } catch (BadInputException e) {
      broken |= chain.number() == 1;
      BlobMentions.collect(entry.body(), mentioned);
      findings.problem(Problem.Kind.LOG, LOG, String.valueOf(e.getMessage()));
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
          Problem.Kind.RECEIPT_OF_ANOTHER_CASE,
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
    } else {
      findings.anchored(Anchor.RECEIPT);
    }
    if (!keys.contains(kept.publicKey())) {
      findings.remark(
          Remark.Kind.KEY, HEAD, "The receipt was signed with a key that the log does not name.");
    } else if (!kept.publicKey().equals(lastKey)) {
      findings.remark(
          Remark.Kind.KEY, HEAD, "The receipt was signed with an earlier key than the head.");
    }
  }

  private void compareKey(String expected) {
    if (expected.equals(CustodyKey.fingerprint(lastKey))) {
      findings.anchored(Anchor.KEY);
    } else {
      findings.problem(
          Problem.Kind.HEAD,
          HEAD,
          "Its key has not the fingerprint that was given: the case was written anew, or its key was"
              + " changed since.");
    }
  }

  /** Number of lines. */
  long entries() {
    return chain.number();
  }
}
