package org.pentimento.report.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;

/** What a report is made from. All of it is taken for hostile. */
public interface ReportSource {
  /** Whose case it is. */
  CaseSummary summary();

  /** The runs of plans, in the order in which they were started. */
  List<Run<RunResult>> runs();

  /** The inspections of data sets, in the order in which they were started. */
  List<Run<InspectionResult>> inspections();

  /** The inspections of models, in the order in which they were started. */
  List<Run<ModelInspectionResult>> modelInspections();

  /**
   * How many inspections of the same model the case had begun before one of {@link
   * #modelInspections}, the ones included that did not finish.
   *
   * @param run id of the inspection
   */
  int inspectedBefore(String run);

  /** The inspections of photos, in the order in which they were started. */
  List<Run<PhotoInspectionResult>> photoInspections();

  /** The mitigations of models, in the order in which they were started. */
  List<Run<MitigationResult>> mitigations();

  /**
   * What an inspection found that a mitigation made; empty if the case does not hold it, or if it
   * cannot be read.
   */
  Optional<ModelInspectionResult> modelInspection(String sha256) throws IOException;

  /** The self-tests of detectors, in the order in which they were started. */
  List<Run<SelfTestResult>> selfTests();

  /** The self-tests of detectors of models, in the order in which they were started. */
  default List<Run<ModelSelfTestResult>> modelSelfTests() {
    return List.of();
  }

  /**
   * What detectors said of the training pairs of a run; empty if the case does not hold it.
   *
   * @throws org.pentimento.api.BadInputException if it cannot be read
   */
  Optional<InspectionResult> inspection(String sha256) throws IOException;

  /** Extensions that the case was made with and that are not installed here, one sentence each. */
  List<String> notInstalled();

  /** Which version of the report it is. */
  default Edition edition() {
    return Edition.DRAFT;
  }

  /** What a run is called in the report: as recorded, or as it was named later with both names. */
  default String shown(Run<?> run) {
    return run.name();
  }

  /** What was handed in to be examined, in the order in which it came. */
  default List<HandedIn> material() {
    return List.of();
  }

  /** Descriptors of extensions that are installed here. */
  default List<Descriptor> installed() {
    return List.of();
  }

  /** The data sets of the case, by name. */
  List<Data> datasets();

  /** The custody log. */
  Custody custody();

  /** What persons noted on things of the case, and reviewers on its reports, in their order. */
  List<Remark> remarks();

  /** What the trainings of the case took. */
  TrainingCosts costs();

  /** Whether the case holds a blob; a redacted copy may lack some. */
  boolean contains(String sha256);

  /** The content of a blob, to be closed by the caller. */
  InputStream open(String sha256) throws IOException;

  /**
   * Something that was handed in.
   *
   * @param what a data set or a model
   * @param name in the case
   * @param origin where it came from and how it is kept
   * @param time when it came into the case
   * @param sha256 that stands for its content
   */
  record HandedIn(String what, String name, String origin, Instant time, String sha256) {}

  /**
   * Facts of the case.
   *
   * @param examiner who works on the case
   * @param agency whom the examiner works for, may be empty
   * @param caseNumber may be empty
   * @param itemNumber may be empty
   * @param timeZone an IANA name; what is none is taken for UTC, and the report says so
   * @param notes free text, may be empty
   * @param time that the report bears; a report never asks for the time itself
   * @param product name and version of the product that makes the report
   */
  record CaseSummary(
      String examiner,
      String agency,
      String caseNumber,
      String itemNumber,
      String timeZone,
      String notes,
      Instant time,
      String product) {}

  /**
   * A run of any kind.
   *
   * @param <R> what it finds
   * @param id in the case
   * @param name of its plan, or as a person named it
   * @param state how far it got, a word for a person such as {@code finished}
   * @param started when
   * @param ended when, null if it did not
   * @param message why it failed, or empty
   * @param resultSha256 of the blob with the result as canonical JSON, or empty
   * @param result what it found, null if it did not finish
   */
  record Run<R>(
      String id,
      String name,
      String state,
      Instant started,
      @Nullable Instant ended,
      String message,
      String resultSha256,
      @Nullable R result) {
    /** Something else that the run left. */
    public <O> Run<O> with(O other, String sha256) {
      return new Run<>(id, name, state, started, ended, message, sha256, other);
    }
  }

  /**
   * A data set of the case.
   *
   * @param name in the case
   * @param format id of its format
   * @param mode copied into the case, referenced, or made from settings
   * @param root the folder it lies in, or empty
   * @param digest SHA-256 that stands for the content
   * @param pairs number of pairs
   * @param train pairs in the training part
   * @param test pairs in the test part
   * @param skipped files left out and why
   * @param hashes how its files compared with a hash list, null if none was given
   * @param differing what did not match the list, and why
   */
  record Data(
      String name,
      String format,
      String mode,
      String root,
      String digest,
      int pairs,
      int train,
      int test,
      Map<String, String> skipped,
      @Nullable HashCheck hashes,
      Map<String, String> differing) {
    /** Keeps the order of the files. */
    public Data {
      skipped = Collections.unmodifiableMap(new LinkedHashMap<>(skipped));
      differing = Collections.unmodifiableMap(new LinkedHashMap<>(differing));
    }
  }

  /**
   * The custody log in short.
   *
   * @param caseId of the case
   * @param entries how many there are
   * @param headHash hash of the last entry
   * @param publicKey that the head is signed with, or empty
   * @param signature of the head, empty if the last entry is not signed
   * @param excerpt some entries by rising number
   */
  record Custody(
      String caseId,
      long entries,
      String headHash,
      String publicKey,
      String signature,
      List<CustodyEntry> excerpt) {
    /** Keeps a copy of the entries. */
    public Custody {
      excerpt = List.copyOf(excerpt);
    }
  }

  /**
   * What a person had to say.
   *
   * @param time when it was recorded
   * @param actor who said it
   * @param about what, in words
   * @param text not empty
   */
  record Remark(Instant time, String actor, String about, String text) {}

  /**
   * An entry of the custody log.
   *
   * @param number counted from 1
   * @param time when it was recorded
   * @param actor who did it
   * @param action what was done
   * @param detail of what, and why; may be empty
   * @param hash of the entry
   */
  record CustodyEntry(
      long number, Instant time, String actor, String action, String detail, String hash) {}
}
