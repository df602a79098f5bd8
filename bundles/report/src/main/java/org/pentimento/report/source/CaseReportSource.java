package org.pentimento.report.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.DisplayNames;
import org.pentimento.casefile.EarlierInspections;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.CaseEvent;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.event.HashMiss;
import org.pentimento.casefile.event.KeyChanged;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.Named;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunEvent;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.log.Receipt;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTests;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.mitigation.Mitigations;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTests;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoInspections;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.verdict.HashWords;

/** A case on disk as the source of its report, as it is at the time of {@link #of}. */
public final class CaseReportSource implements ReportSource {
  /** A longer custody log is shown by its beginning and its end. */
  private static final int FIRST = 10;

  private static final int LAST = 30;

  /** Files that did not match a hash list, of each kind. */
  private static final int MOST_DIFFERING = 200;

  private final CaseFile file;
  private final CaseSummary summary;
  private final ReportOrder order;
  private final Edition edition;
  private final List<HandedIn> material;
  private final List<Run<RunResult>> runs;
  private final List<Run<InspectionResult>> inspections;
  private final List<Run<ModelInspectionResult>> modelInspections;
  private final Map<String, Integer> inspectedBefore = new HashMap<>();
  private final List<Run<PhotoInspectionResult>> photoInspections;
  private final List<Run<MitigationResult>> mitigations;
  private final List<Run<SelfTestResult>> selfTests;
  private final List<Run<ModelSelfTestResult>> modelSelfTests;
  private final Installation here;
  private final List<Data> datasets;
  private final Custody custody;
  private final List<Remark> remarks;
  private final TrainingCosts costs;
  private final DisplayNames names;

  private CaseReportSource(
      CaseFile file, List<Entry> entries, CaseSummary summary, ReportOrder order, Installation here)
      throws IOException {
    this.file = file;
    this.summary = summary;
    this.order = order;
    this.edition = edition(entries, order);
    this.material = material(entries, until(order));
    this.here = here;
    this.runs = runs(RunKind.AUDIT, Results::read);
    this.inspections = runs(RunKind.INSPECTION, Inspections::read);
    this.modelInspections = runs(RunKind.MODEL_INSPECTION, ModelInspections::read);
    for (RunRecord run : file.runs(RunKind.MODEL_INSPECTION)) {
      inspectedBefore.put(run.id(), EarlierInspections.of(file, run).size());
    }
    this.photoInspections = runs(RunKind.PHOTO_INSPECTION, PhotoInspections::read);
    this.mitigations = runs(RunKind.MITIGATION, Mitigations::read);
    this.selfTests = runs(RunKind.SELF_TEST, SelfTests::read);
    this.modelSelfTests = runs(RunKind.MODEL_SELF_TEST, ModelSelfTests::read);
    List<Data> data = new ArrayList<>();
    Set<String> known =
        material.stream().map(HandedIn::name).collect(Collectors.toUnmodifiableSet());
    for (DatasetRecord dataset : file.datasets()) {
      if (known.contains(dataset.name())) {
        data.add(data(dataset, file.blobs()));
      }
    }
    this.datasets = List.copyOf(data);
    this.custody = custody(file, entries);
    this.remarks = remarks(entries, order);
    this.costs = TrainingCosts.of(file);
    this.names = DisplayNames.of(entries.stream().filter(e -> e.number() <= until(order)).toList());
  }

  /**
   * Reads what the report needs. The case has to stay open until the report is written.
   *
   * <p>The report bears the time that the order gives, or else that of the last entry of the case:
   * made twice of one state and one order it has the same bytes.
   *
   * @param order what it is to hold
   * @param here the product that writes it
   */
  public static ReportSource of(CaseFile file, ReportOrder order, Installation here)
      throws IOException {
    CaseInfo info = file.info();
    List<Entry> entries = file.entries();
    return new CaseReportSource(
        file,
        entries,
        new CaseSummary(
            info.examiner(),
            info.agency(),
            info.caseNumber(),
            info.itemNumber(),
            info.timeZone(),
            info.notes(),
            order.written() == null ? entries.get(entries.size() - 1).time() : order.written(),
            here.product()),
        order,
        here);
  }

  /** Reads the result of a run. */
  @FunctionalInterface
  private interface Reader<R> {
    R read(Blobs blobs, String sha256) throws IOException;
  }

  private <R> List<Run<R>> runs(RunKind kind, Reader<R> reader) throws IOException {
    List<Run<R>> runs = new ArrayList<>();
    List<RunRecord> all = file.runs(kind);
    for (String id : order.runs()) {
      for (RunRecord run : all) {
        if (run.id().equals(id)) {
          runs.add(run(run, reader));
        }
      }
    }
    return List.copyOf(runs);
  }

  private <R> Run<R> run(RunRecord run, Reader<R> reader) throws IOException {
    R result = null;
    String message = run.message();
    if (!run.result().isEmpty()) {
      try {
        result = reader.read(file.blobs(), run.result());
      } catch (BadInputException e) {
        // One run that cannot be read keeps no other from being reported; the report says why.
        message = "Its result cannot be read. " + e.getMessage();
      }
    }
    return new Run<>(
        run.id(),
        run.name(),
        run.state().name().toLowerCase(Locale.ROOT),
        run.started(),
        run.ended(),
        message,
        run.result(),
        result);
  }

  private static Data data(DatasetRecord data, Blobs blobs) throws IOException {
    Map<String, String> skipped = new LinkedHashMap<>();
    for (SkippedFile s : data.skipped()) {
      skipped.put(s.file(), s.reason());
    }
    return new Data(
        data.name(),
        data.format(),
        data.mode().word(),
        data.root(),
        data.digest(),
        data.pairs(),
        data.train(),
        data.test(),
        skipped,
        data.hashes(),
        differing(data, blobs));
  }

  /** What did not match the hash list of a data set, by file. */
  private static Map<String, String> differing(DatasetRecord data, Blobs blobs) throws IOException {
    Map<String, String> differing = new LinkedHashMap<>();
    HashCheck check = data.hashes();
    if (check == null || check.agrees()) {
      return differing;
    }
    HashCheck.Details details;
    try {
      details = blobs.readJson(check.details(), HashCheck.Details.class);
    } catch (BadInputException e) {
      differing.put(check.file(), "What did not match is not in this copy of the case.");
      return differing;
    }
    int misses = Math.min(MOST_DIFFERING, details.misses().size());
    for (HashMiss miss : details.misses().subList(0, misses)) {
      differing.merge(HashWords.file(miss), HashWords.of(miss), (one, two) -> one + "; " + two);
    }
    int extras = Math.min(MOST_DIFFERING, details.extras().size());
    for (String extra : details.extras().subList(0, extras)) {
      differing.merge(extra, "not listed", (one, two) -> one + "; " + two);
    }
    int more = details.misses().size() - misses + details.extras().size() - extras;
    if (more > 0) {
      differing.put("…", "and " + more + " more, which the case holds");
    }
    return differing;
  }

  /** Number of the last entry whose material the report knows. */
  private static long until(ReportOrder order) {
    Edition.Approval approval = order.approval();
    return approval == null ? Long.MAX_VALUE : approval.draft();
  }

  private static Edition edition(List<Entry> entries, ReportOrder order) {
    Edition.Approval approval = order.approval();
    Edition.Earlier replaces = null;
    for (Entry entry : entries) {
      CaseEvent event = entry.as(CaseEvent.class).orElse(null);
      if (event instanceof ReportWritten) {
        if (approval == null || entry.number() != approval.draft()) {
          replaces = new Edition.Earlier(entry.number(), entry.time(), entry.hash(), null);
        }
      } else if (event instanceof SignOff review
          && replaces != null
          && review.report() == replaces.entry()) {
        replaces =
            new Edition.Earlier(
                replaces.entry(),
                replaces.time(),
                replaces.hash(),
                review.approved()
                    ? null
                    : new Edition.Returned(entry.number(), review.reviewer(), review.text()));
      }
    }
    return new Edition(order.words(), replaces, approval);
  }

  private static List<HandedIn> material(List<Entry> entries, long until) {
    List<HandedIn> material = new ArrayList<>();
    for (Entry entry : entries) {
      CaseEvent event = entry.number() > until ? null : entry.as(CaseEvent.class).orElse(null);
      if (event instanceof DatasetImported imported) {
        DatasetRecord d = imported.dataset();
        material.add(
            new HandedIn(
                "data set",
                d.name(),
                d.mode().word() + (d.root().isEmpty() ? "" : ", " + d.root()),
                entry.time(),
                d.digest()));
      } else if (event instanceof ModelImported imported) {
        ModelRecord m = imported.model();
        for (ModelRecord.File part : m.files()) {
          material.add(
              new HandedIn(
                  "model",
                  m.files().size() == 1 ? m.name() : m.name() + ": " + part.path(),
                  m.origin(),
                  entry.time(),
                  part.sha256()));
        }
      }
    }
    return List.copyOf(material);
  }

  private static String words(Named.Thing thing) {
    return switch (thing.kind()) {
      case CASE -> "the case";
      case REPORT -> "report of entry " + thing.id();
      case DRAWINGS -> "drawings of entry " + thing.id();
      case DATASET -> "data set " + thing.id();
      case IMPORTED_MODEL -> "model " + thing.id();
      case RUN -> thing.id();
      case PLAN -> "plan " + brief(thing.id());
      case TRAINED_MODEL -> "model with weights " + brief(thing.id());
    };
  }

  private static String brief(String sha256) {
    return sha256.substring(0, Math.min(8, sha256.length()));
  }

  private static List<Remark> remarks(List<Entry> entries, ReportOrder order) {
    List<Remark> remarks = new ArrayList<>();
    Map<Long, String> writers = new HashMap<>();
    for (Entry entry : entries) {
      CaseEvent event = entry.as(CaseEvent.class).orElse(null);
      if (event instanceof ReportWritten) {
        writers.put(entry.number(), entry.login());
      }
      if (event instanceof Note note) {
        if (order.notes().contains(entry.number())) {
          remarks.add(new Remark(entry.time(), entry.actor(), words(note.subject()), text(note)));
        }
      } else if (event instanceof Named named && entry.number() <= until(order)) {
        remarks.add(
            new Remark(
                entry.time(),
                entry.actor(),
                words(named.thing()),
                named.name().isEmpty()
                    ? "Shown by its recorded name again."
                    : "Shown as “" + named.name() + "”; what was recorded keeps its name."));
      } else if (event instanceof SignOff review) {
        remarks.add(
            new Remark(
                entry.time(),
                review.reviewer(),
                "report of entry " + review.report(),
                (review.approved() ? "Signed off" : "Returned")
                    + (entry.login().equals(writers.get(review.report()))
                        ? ", by the login that wrote the report: no second person. "
                        : ". ")
                    + review.text()));
      }
    }
    return List.copyOf(remarks);
  }

  private static String text(Note note) {
    if (!note.text().isBlank()) {
      return note.text();
    }
    return note.bookmark() ? "Bookmarked." : "The bookmark was taken away.";
  }

  private static String words(Note.Subject subject) {
    return switch (subject.kind()) {
      case CASE -> "the case";
      case PAIR -> "pair " + subject.id();
      case RUN -> subject.id();
      case FINDING -> "finding " + subject.id().replace("|", ", ");
      case REPORT -> "report of entry " + subject.id();
    };
  }

  private static Custody custody(CaseFile file, List<Entry> entries) throws IOException {
    int n = entries.size();
    List<CustodyEntry> excerpt = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (n <= FIRST + LAST || i < FIRST || i >= n - LAST) {
        Entry e = entries.get(i);
        excerpt.add(
            new CustodyEntry(e.number(), e.time(), e.actor(), e.action(), detail(e), e.hash()));
      }
    }
    String head = n == 0 ? "" : entries.get(n - 1).hash();
    Receipt receipt = receipt(file);
    boolean signed = receipt != null && receipt.hash().equals(head) && receipt.genuine();
    return new Custody(
        file.id(),
        n,
        head,
        signed && receipt != null ? receipt.publicKey() : "",
        signed && receipt != null ? receipt.signature() : "",
        excerpt);
  }

  /** Of which run an entry is, and why it ended so; which key signs from it on. */
  private static String detail(Entry entry) {
    CaseEvent event = entry.as(CaseEvent.class).orElse(null);
    if (event instanceof KeyChanged changed) {
      return "the log is signed by another key from here on; before, by " + changed.from();
    }
    if (event instanceof RunEvent.End end) {
      return end.run() + (end.message().isBlank() ? "" : ": " + end.message());
    }
    return event instanceof RunEvent run ? run.run() : "";
  }

  /** The signed head; a killed writer may have left none, and the report then says so. */
  private static @Nullable Receipt receipt(CaseFile file) throws IOException {
    try {
      return file.receipt();
    } catch (BadInputException e) {
      return null;
    }
  }

  @Override
  public CaseSummary summary() {
    return summary;
  }

  @Override
  public String shown(Run<?> run) {
    return names.both(Named.Kind.RUN, run.id(), run.name());
  }

  @Override
  public List<Run<RunResult>> runs() {
    return runs;
  }

  @Override
  public List<Run<InspectionResult>> inspections() {
    return inspections;
  }

  @Override
  public List<Run<ModelInspectionResult>> modelInspections() {
    return modelInspections;
  }

  @Override
  public int inspectedBefore(String run) {
    return inspectedBefore.getOrDefault(run, 0);
  }

  @Override
  public List<Run<PhotoInspectionResult>> photoInspections() {
    return photoInspections;
  }

  @Override
  public List<Run<MitigationResult>> mitigations() {
    return mitigations;
  }

  @Override
  public Optional<ModelInspectionResult> modelInspection(String sha256) throws IOException {
    try {
      return Optional.of(ModelInspections.read(file.blobs(), sha256));
    } catch (BadInputException e) {
      return Optional.empty(); // a redacted copy; the section says so
    }
  }

  @Override
  public List<Run<SelfTestResult>> selfTests() {
    return selfTests;
  }

  @Override
  public List<Run<ModelSelfTestResult>> modelSelfTests() {
    return modelSelfTests;
  }

  @Override
  public Optional<InspectionResult> inspection(String sha256) throws IOException {
    return contains(sha256)
        ? Optional.of(Inspections.read(file.blobs(), sha256))
        : Optional.empty();
  }

  @Override
  public List<String> notInstalled() {
    return here.missing();
  }

  @Override
  public List<Descriptor> installed() {
    return here.descriptors();
  }

  @Override
  public Edition edition() {
    return edition;
  }

  @Override
  public List<HandedIn> material() {
    return material;
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
  public List<Remark> remarks() {
    return remarks;
  }

  @Override
  public TrainingCosts costs() {
    return costs;
  }

  @Override
  public boolean contains(String sha256) {
    return file.blobs().contains(sha256);
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    return file.blobs().open(sha256);
  }
}
