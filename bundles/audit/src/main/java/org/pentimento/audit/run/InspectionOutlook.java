package org.pentimento.audit.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.audit.inspection.FindingStore;
import org.pentimento.audit.inspection.InspectionInput;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.selftest.ComparablePower;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunEvent;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.registry.Extensions;

/**
 * What an inspection would look at, how long it would take, and what it would be worth.
 *
 * @param data what would be looked at; only a few of its pairs were decoded
 * @param detectors in the order in which they would be asked, with the problem of each that could
 *     not look
 * @param seconds that it would take; null if nobody knows
 * @param basis where that comes from
 * @param power what such an inspection finds; null if no self-test on comparable material is known
 */
public record InspectionOutlook(
    InspectedData data,
    List<DetectorUse> detectors,
    @Nullable Double seconds,
    Basis basis,
    @Nullable QuotedPower power) {
  /** So many pairs are tried at the least, where there are so many. */
  private static final int LEAST_TRIED = 40;

  /** How long a trial may take: somebody waits for the answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Where a duration comes from. */
  public enum Basis {
    /** An earlier inspection of the case with the same detectors on the same machine. */
    EARLIER_INSPECTION,
    /** A few pairs that were tried. */
    TRIAL,
    /**
     * A trial of a few pairs that was ended because it took too long: it takes longer than that.
     */
    ENDED_TRIAL,
    /** Nobody knows. */
    UNKNOWN
  }

  /**
   * Looks ahead; writes nothing to the case.
   *
   * @param environment versions and machine, by name
   * @throws BadInputException if something that is asked for is not there
   */
  public static InspectionOutlook of(
      CaseFile caseFile,
      Extensions extensions,
      InspectionRun.Order order,
      Map<String, String> environment,
      Progress progress)
      throws IOException, CancelledException {
    DatasetOpener opener = new DatasetOpener(extensions);
    DatasetRecord record = opener.record(caseFile, order.dataset());
    List<Pair> pairs = opener.glance(caseFile, order.dataset(), progress).pairs();
    boolean made =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, record.format()).makesItsPairs();
    List<Pair> few =
        Shuffle.shuffled(pairs, new SplittableRandom(order.seed())).stream()
            .limit(LEAST_TRIED)
            .toList();
    SuspectData tried =
        SuspectData.read(
            record.name(),
            record.format(),
            record.digest(),
            made ? Material.DRAWN : Material.PHOTOGRAPHED,
            few,
            progress);
    int eyes = (int) pairs.stream().filter(pair -> pair.eyePoints() != null).count();
    InspectedData data =
        new InspectedData(
            record.name(),
            record.format(),
            record.digest(),
            tried.data().material(),
            pairs.size(),
            tried.data().width(),
            tried.data().height(),
            eyes,
            Map.of());
    Inspector inspector = new Inspector(extensions, FindingStore.NONE, PATIENCE, progress);
    List<DetectorUse> detectors =
        inspector.foresee(order.detectors(), pairs.size(), eyes, tried.coloured() > 0);
    QuotedPower power =
        ComparablePower.find(caseFile, expected(order, environment, data, detectors)).orElse(null);
    Optional<Double> earlier = earlier(caseFile, data, detectors, environment);
    if (earlier.isPresent()) {
      return new InspectionOutlook(data, detectors, earlier.get(), Basis.EARLIER_INSPECTION, power);
    }
    Trial trial = tryOut(extensions, order, tried, environment, progress);
    return new InspectionOutlook(
        data,
        detectors,
        trial.basis() == Basis.UNKNOWN
            ? null
            : Double.valueOf(trial.seconds() * pairs.size() / few.size()),
        trial.basis(),
        power);
  }

  /** A result of which nothing is known but what is asked for. */
  private static InspectionResult expected(
      InspectionRun.Order order,
      Map<String, String> environment,
      InspectedData data,
      List<DetectorUse> detectors) {
    return new InspectionResult(
        InspectionResult.SCHEMA,
        order.name(),
        environment,
        data,
        null,
        order.falseAlarms(),
        order.seed(),
        detectors,
        DatasetVerdict.NOTHING_FOUND,
        1,
        order.falseAlarms() * data.count(),
        1.0,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  /** By the last inspection with these detectors on this machine that was not interrupted. */
  private static Optional<Double> earlier(
      CaseFile caseFile,
      InspectedData data,
      List<DetectorUse> detectors,
      Map<String, String> environment)
      throws IOException {
    Set<String> wanted = speaking(detectors);
    Optional<Double> found = Optional.empty();
    for (RunRecord run : caseFile.runs(RunKind.INSPECTION)) {
      Instant ended = run.ended();
      if (run.state() != RunRecord.State.FINISHED || ended == null) {
        continue;
      }
      InspectionResult result;
      try {
        result = Inspections.read(caseFile.blobs(), run.result());
      } catch (BadInputException e) {
        continue; // damaged, or of another version: the others still tell
      }
      boolean same =
          speaking(result.detectors()).equals(wanted)
              && result
                  .environment()
                  .getOrDefault("processor", "")
                  .equals(environment.getOrDefault("processor", ""));
      if (same && wasWhole(caseFile, run.id(), wanted.size())) {
        double seconds = Duration.between(run.started(), ended).toMillis() / 1000.0;
        found = Optional.of(seconds * amount(data) / amount(result.data()));
      }
    }
    return found;
  }

  private static Set<String> speaking(List<DetectorUse> detectors) {
    return detectors.stream()
        .filter(detector -> detector.problem().isEmpty())
        .map(detector -> detector.extension().id())
        .collect(Collectors.toSet());
  }

  /** Whether a run was started once and asked every detector itself. */
  private static boolean wasWhole(CaseFile caseFile, String run, int detectors) throws IOException {
    int starts = 0;
    int steps = 0;
    for (Entry entry : caseFile.entries()) {
      RunEvent event = entry.as(RunEvent.class).orElse(null);
      if (event != null && event.run().equals(run)) {
        starts += event instanceof RunStarted ? 1 : 0;
        steps += event instanceof StepFinished ? 1 : 0;
      }
    }
    return starts == 1 && steps >= detectors;
  }

  private static double amount(InspectedData data) {
    return (double) data.count() * data.width() * data.height();
  }

  /** What a trial took. */
  private record Trial(double seconds, Basis basis) {}

  /** Inspects a few pairs, as long as that may take. */
  private static Trial tryOut(
      Extensions extensions,
      InspectionRun.Order order,
      SuspectData tried,
      Map<String, String> environment,
      Progress progress)
      throws IOException, CancelledException {
    long before = System.nanoTime();
    Progress limited = new LimitedProgress(progress, before + PATIENCE.toNanos());
    try {
      InspectionResult result =
          new Inspector(extensions, FindingStore.NONE, PATIENCE, limited)
              .inspect(
                  new InspectionInput(
                      order.name(),
                      environment,
                      tried,
                      null,
                      order.detectors(),
                      order.falseAlarms(),
                      order.seed()));
      return new Trial(
          (System.nanoTime() - before) / 1e9,
          speaking(result.detectors()).isEmpty() ? Basis.UNKNOWN : Basis.TRIAL);
    } catch (CancelledException e) {
      progress.checkCancelled();
      return new Trial(PATIENCE.toSeconds(), Basis.ENDED_TRIAL);
    }
  }

  /** Progress of work that ends when its time is over. */
  private record LimitedProgress(Progress progress, long end) implements Progress {
    @Override
    public void begin(String task, long total) {
      progress.begin(task, total);
    }

    @Override
    public void advance(long units) {
      progress.advance(units);
    }

    @Override
    public void note(String message) {
      progress.note(message);
    }

    @Override
    public void checkCancelled() throws CancelledException {
      progress.checkCancelled();
      if (System.nanoTime() > end) {
        throw new CancelledException();
      }
    }
  }
}
