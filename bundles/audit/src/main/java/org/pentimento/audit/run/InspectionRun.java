package org.pentimento.audit.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.EightBit;
import org.pentimento.audit.data.Hashes;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.CaseFindings;
import org.pentimento.audit.inspection.InspectionInput;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.SharedPairSearch;
import org.pentimento.audit.inspection.SharedPairSearch.Beside;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.selftest.ComparablePower;
import org.pentimento.audit.step.ExtensionCode;
import org.pentimento.audit.step.RecordedRun;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.InspectionFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * An inspection of a data set of a case. What each detector found is durable; the same inspection
 * goes on after the last one when it was cancelled or killed, and ends with the same bytes.
 */
public final class InspectionRun {
  /**
   * What is asked for.
   *
   * @param name for a person
   * @param dataset that nobody vouches for
   * @param trusted data set whose pairs are known to be honest; null if there is none
   * @param detectors that are asked
   * @param falseAlarms share of honest pairs that may be flagged
   * @param seed of everything random
   * @param cleanName of the data set to be made without the flagged pairs; null for none
   */
  public record Order(
      String name,
      String dataset,
      @Nullable String trusted,
      List<Use> detectors,
      double falseAlarms,
      long seed,
      @Nullable String cleanName) {
    /** Keeps a copy. */
    public Order {
      detectors = List.copyOf(detectors);
    }
  }

  /** An order as the case keeps it, with all that its result depends on. */
  private record Asked(
      String name,
      String dataset,
      String digest,
      @Nullable String trusted,
      @Nullable String trustedDigest,
      List<ExtensionUse> detectors,
      double falseAlarms,
      long seed,
      @Nullable String cleanName) {}

  /**
   * What an inspection left in the case.
   *
   * @param id of the run
   * @param resultSha SHA-256 of the result's blob
   * @param result what it found
   */
  public record Outcome(String id, String resultSha, InspectionResult result) {}

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Pngs pngs;
  private final Map<String, String> environment;
  private final Progress progress;

  /**
   * Makes an inspection over an open case.
   *
   * @param environment versions and machine, by name
   */
  public InspectionRun(
      CaseFile caseFile,
      Extensions extensions,
      ImageCodec codec,
      Map<String, String> environment,
      Progress progress) {
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.pngs = new Pngs(caseFile.blobs(), codec);
    this.environment = new TreeMap<>(environment);
    this.progress = progress;
  }

  /**
   * Carries out an inspection, or goes on with it. What happens to it, good or bad, is in the
   * case's log. One that was finished before and would give the same again is not repeated.
   *
   * @throws BadInputException if something that is asked for is not there; then nothing is recorded
   */
  public Outcome run(Order order) throws IOException, CancelledException {
    DatasetOpener opener = new DatasetOpener(extensions);
    DatasetRecord suspect = opener.record(caseFile, order.dataset());
    DatasetRecord trusted =
        order.trusted() == null ? null : opener.record(caseFile, order.trusted());
    if (trusted != null && trusted.digest().equals(suspect.digest())) {
      throw new BadInputException(
          "The data set '" + order.dataset() + "' cannot vouch for itself.",
          "Give another data set with pairs that are known to be honest, or none.");
    }
    byte[] question = CanonicalJson.bytes(asked(order, suspect, trusted));
    Optional<Outcome> done = done(Hashes.sha256(question));
    if (done.isPresent()) {
      opener.open(caseFile, suspect.name(), progress); // its files are still those of the result
      progress.note(
          "This inspection was finished before, as "
              + done.get().id()
              + "; nothing has changed since, so here is what it found.");
      return done.get();
    }
    if (order.cleanName() != null) {
      CleanedCopy.planned(
          caseFile, order.cleanName(), suspect, unfinished(Hashes.sha256(question)));
    }
    String asked = caseFile.blobs().put(question);
    return RecordedRun.begin(caseFile, RunKind.INSPECTION, order.name(), asked)
        .carryOut(
            id -> {
              List<Pair> pairs = opener.open(caseFile, suspect.name(), progress).pairs();
              InspectionResult found =
                  inspector(id).inspect(input(order, suspect, pairs, trusted, opener));
              Optional<QuotedPower> power = ComparablePower.find(caseFile, found);
              InspectionResult result = power.isPresent() ? found.with(power.get()) : found;
              if (order.cleanName() != null) {
                Optional<String> cleaned =
                    CleanedCopy.planned(caseFile, order.cleanName(), suspect, id)
                        .make(result, pairs, id);
                if (cleaned.isPresent()) {
                  result = result.withCleaned(cleaned.get());
                } else {
                  progress.note("No cleaned data set was made, because " + why(result) + ".");
                }
              }
              result =
                  result.with(
                      ExtensionCode.beside(
                          result.environment(), UsedExtension.of(result), extensions));
              String sha = caseFile.blobs().putJson(result);
              caseFile.record(new InspectionFinished(id, sha));
              return new Outcome(id, sha, result);
            });
  }

  private static String why(InspectionResult result) {
    if (result.verdict() == DatasetVerdict.NO_SCORE) {
      return "nobody can tell which pairs were changed";
    }
    return (result.flagged().isEmpty() ? "no pair" : "every pair") + " was flagged";
  }

  private Inspector inspector(String id) {
    return new Inspector(
        extensions,
        new CaseFindings(caseFile, new Steps(caseFile, id), pngs),
        Inspector.PATIENCE,
        progress);
  }

  /**
   * What was found when the same was asked for before, unless the result could be another one now:
   * with another version of the product, with a self-test to quote that was not there then, or
   * because a detector that failed may speak.
   */
  private Optional<Outcome> done(String asked) throws IOException {
    for (RunRecord run : caseFile.runs(RunKind.INSPECTION)) {
      if (run.plan().equals(asked) && run.state() == RunRecord.State.FINISHED) {
        try {
          InspectionResult result = Inspections.read(caseFile.blobs(), run.result());
          if (ExtensionCode.without(result.environment()).equals(environment)
              && result.detectors().stream().allMatch(d -> d.problem().isEmpty())
              && ComparablePower.find(caseFile, result)
                  .equals(Optional.ofNullable(result.power()))) {
            return Optional.of(new Outcome(run.id(), run.result(), result));
          }
        } catch (BadInputException e) {
          progress.note(run.id() + " asked for the same and cannot be read any more.");
        }
      }
    }
    return Optional.empty();
  }

  /** The run that would go on with what is asked for, empty if there is none. */
  private String unfinished(String asked) {
    return caseFile.runs(RunKind.INSPECTION).stream()
        .filter(run -> run.plan().equals(asked) && run.state() != RunRecord.State.FINISHED)
        .map(RunRecord::id)
        .findFirst()
        .orElse("");
  }

  private Asked asked(Order order, DatasetRecord suspect, @Nullable DatasetRecord trusted)
      throws IOException {
    List<ExtensionUse> uses = new ArrayList<>();
    for (Use use : order.detectors()) {
      Descriptor d =
          extensions.get(Kind.DATASET_DETECTOR, DatasetDetector.class, use.id()).descriptor();
      uses.add(
          new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values()));
    }
    return new Asked(
        order.name(),
        order.dataset(),
        suspect.digest(),
        order.trusted(),
        trusted == null ? null : trusted.digest(),
        uses,
        order.falseAlarms(),
        order.seed(),
        order.cleanName());
  }

  private InspectionInput input(
      Order order,
      DatasetRecord suspect,
      List<Pair> pairs,
      @Nullable DatasetRecord trusted,
      DatasetOpener opener)
      throws IOException, CancelledException {
    SuspectData data = read(suspect, pairs);
    SuspectData honest = null;
    if (trusted != null) {
      SuspectData all = read(trusted, opener.open(caseFile, trusted.name(), progress).pairs());
      honest =
          new SharedPairSearch(extensions, Inspector.PATIENCE, progress)
              .in(
                  complete(all.without(shared(all, data)), trusted),
                  new Beside(
                      suspect.name(), suspect.digest(), data.data().material(), data.pairs(), ""));
    }
    return new InspectionInput(
        order.name(),
        environment,
        complete(data, suspect),
        honest,
        order.detectors(),
        order.falseAlarms(),
        order.seed());
  }

  private SuspectData read(DatasetRecord record, List<Pair> pairs)
      throws IOException, CancelledException {
    boolean made =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, record.format()).makesItsPairs();
    return SuspectData.read(
        record.name(),
        record.format(),
        record.digest(),
        made ? Material.DRAWN : Material.PHOTOGRAPHED,
        pairs,
        progress);
  }

  /** The data with the files that their import left out. */
  private static SuspectData complete(SuspectData data, DatasetRecord record) {
    Map<String, String> files = new TreeMap<>();
    record.skipped().forEach(skipped -> files.put(skipped.file(), skipped.reason()));
    return new SuspectData(data.data().withLeftOutAtImport(files), data.pairs(), data.coloured());
  }

  /** Trusted pairs whose images are those of a suspect pair: they say nothing of the others. */
  private Map<String, String> shared(SuspectData trusted, SuspectData suspect)
      throws IOException, CancelledException {
    Map<String, String> suspects = new HashMap<>();
    progress.begin("Comparing trusted with suspect pairs", 0);
    for (Pair pair : suspect.pairs()) {
      progress.checkCancelled();
      suspects.putIfAbsent(content(pair), pair.id());
    }
    Map<String, String> shared = new TreeMap<>();
    for (Pair pair : trusted.pairs()) {
      progress.checkCancelled();
      String same = suspects.get(content(pair));
      if (same != null) {
        shared.put(pair.id(), "The suspect pair " + same + " is the same.");
      }
    }
    if (shared.size() == trusted.pairs().size()) {
      throw new BadInputException(
          "Every trusted pair of '"
              + trusted.data().dataset()
              + "' is among the suspect pairs of '"
              + suspect.data().dataset()
              + "'.",
          "Give a data set with other pairs that are known to be honest, or none.");
    }
    if (!shared.isEmpty()) {
      progress.note(
          shared.size() + " of the trusted pairs are among the suspect pairs and were left out.");
    }
    return shared;
  }

  private static String content(Pair pair) throws IOException {
    return Hashes.sha256(EightBit.of(pair.photo().decode()).values())
        + Hashes.sha256(EightBit.of(pair.sketch().decode()).values());
  }
}
