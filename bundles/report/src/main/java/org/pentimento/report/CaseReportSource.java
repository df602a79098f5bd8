package org.pentimento.report;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.CaseInfo;
import org.pentimento.casefile.DatasetRecord;
import org.pentimento.casefile.Entry;
import org.pentimento.casefile.Receipt;
import org.pentimento.casefile.RunRecord;
import org.pentimento.casefile.result.RunResult;

/** A case as what reports are made from. It bears the time of the last entry of its custody log. */
public final class CaseReportSource implements ReportSource {
  private static final int FIRST_ENTRIES = 10;
  private static final int LAST_ENTRIES = 30;

  private final CaseFile caseFile;
  private final CaseSummary summary;
  private final List<Run> runs;
  private final List<Data> datasets;
  private final Custody custody;

  /**
   * Reads what a report needs, except blobs.
   *
   * @param caseFile stays open as long as this is used
   * @param product name and version of the product that makes the report
   * @throws BadInputException if there is no run to report
   */
  public CaseReportSource(CaseFile caseFile, String product) throws IOException {
    this.caseFile = caseFile;
    List<Entry> entries = caseFile.entries();
    Instant time = entries.isEmpty() ? Instant.EPOCH : entries.get(entries.size() - 1).time();
    CaseInfo info = caseFile.info();
    this.summary =
        new CaseSummary(
            info.examiner(),
            info.agency(),
            info.caseNumber(),
            info.itemNumber(),
            info.timeZone(),
            info.notes(),
            time,
            product);
    this.runs = readRuns(caseFile);
    this.datasets = caseFile.datasets().stream().map(CaseReportSource::data).toList();
    this.custody = custody(caseFile, entries);
    if (runs.isEmpty()) {
      throw new BadInputException(
          "The case " + caseFile.folder() + " has no run to report.",
          "Carry out a plan first: pentimento run PLAN.yaml --case " + caseFile.folder());
    }
  }

  private static List<Run> readRuns(CaseFile caseFile) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (RunRecord r : caseFile.runs()) {
      RunResult result =
          r.result().isEmpty() ? null : caseFile.blobs().readJson(r.result(), RunResult.class);
      runs.add(
          new Run(
              r.id(),
              r.name(),
              r.state().name().toLowerCase(Locale.ROOT),
              r.started(),
              r.ended(),
              r.message(),
              r.result(),
              result));
    }
    return List.copyOf(runs);
  }

  private static Data data(DatasetRecord d) {
    Map<String, String> skipped = new LinkedHashMap<>();
    d.skipped().forEach(s -> skipped.put(s.file(), s.reason()));
    return new Data(
        d.name(),
        d.format(),
        d.mode(),
        d.root(),
        d.digest(),
        d.pairs(),
        d.train(),
        d.test(),
        skipped);
  }

  private static Custody custody(CaseFile caseFile, List<Entry> entries) throws IOException {
    List<CustodyEntry> excerpt = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (i < FIRST_ENTRIES || i >= entries.size() - LAST_ENTRIES) {
        Entry e = entries.get(i);
        excerpt.add(new CustodyEntry(e.number(), e.time(), e.actor(), e.action(), e.hash()));
      }
    }
    Receipt head = caseFile.receipt();
    return new Custody(
        head.caseId(), entries.size(), head.hash(), head.publicKey(), head.signature(), excerpt);
  }

  @Override
  public CaseSummary summary() {
    return summary;
  }

  @Override
  public List<Run> runs() {
    return runs;
  }

  @Override
  public List<Data> datasets() {
    return datasets;
  }

  @Override
  public Custody custody() {
    return custody;
  }

  @Override
  public boolean contains(String sha256) {
    return caseFile.blobs().contains(sha256);
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    return caseFile.blobs().open(sha256);
  }
}
