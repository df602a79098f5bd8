package org.pentimento.audit.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.RunEvent;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.event.TrainingMeasured;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;

/**
 * What the steps of finished runs took: trainings as they were measured, the rest by the times in
 * the custody logs of their cases.
 *
 * @param trainings one for each model that was trained without interruption, latest last
 * @param rests what was done beside training, run by run, latest last
 * @param inspecting what inspections of training pairs took, run by run, latest last
 */
public record History(List<Training> trainings, List<Rest> rests, List<Inspecting> inspecting) {
  /** Roles of pictures in colour; the others are grey. */
  private static final int SAMPLE = 12;

  /**
   * A model that was trained.
   *
   * @param generator that trained it, with all its settings
   * @param pairs number of training pairs
   * @param pixels of an image
   * @param machine processor, device and threads
   * @param seconds it took
   * @param bytes of its weights
   * @param drawSeconds a sketch of it, 0 if that is only known for all models of a run together
   * @param peakBytes largest memory of the process while it trained, 0 if unknown
   */
  record Training(
      ExtensionUse generator,
      int pairs,
      long pixels,
      String machine,
      double seconds,
      long bytes,
      double drawSeconds,
      long peakBytes) {}

  /**
   * Drawing, measuring and storing in a run.
   *
   * @param pixels of an image
   * @param drawSeconds a sketch, NaN if unknown
   * @param measureSeconds a metric's value, NaN if unknown
   * @param photoBytes a stored pixel of a photo
   * @param sketchBytes a stored pixel of a sketch
   */
  record Rest(
      long pixels,
      double drawSeconds,
      double measureSeconds,
      double photoBytes,
      double sketchBytes) {}

  /**
   * Detectors that inspected pairs.
   *
   * @param detectors ids, sorted
   * @param pairs number of them
   * @param pixels of an image
   * @param machine processor, device and threads
   * @param seconds an inspection
   */
  record Inspecting(
      List<String> detectors, int pairs, long pixels, String machine, double seconds) {}

  /** Nothing was ever run. */
  public static final History NONE = new History(List.of(), List.of());

  /** Runs without detectors. */
  History(List<Training> trainings, List<Rest> rests) {
    this(trainings, rests, List.of());
  }

  /** What the finished runs of a case took. */
  public static History of(CaseFile file) throws IOException {
    List<Training> trainings = new ArrayList<>();
    List<Rest> rests = new ArrayList<>();
    List<Inspecting> inspecting = new ArrayList<>();
    List<Entry> entries = file.entries();
    TrainingCosts costs = TrainingCosts.of(file);
    for (RunRecord run : file.runs(RunKind.AUDIT)) {
      if (run.state() == RunRecord.State.FINISHED && !run.result().isEmpty()) {
        RunResult result;
        try {
          result = Results.read(file.blobs(), run.result());
        } catch (BadInputException e) {
          continue; // damaged, or of another version: the other runs still tell
        }
        Durations durations = Durations.of(entries, run.id());
        trainings.addAll(trainings(file, result, durations, costs));
        rests.add(rest(file, result, durations));
        inspecting(file, result, durations).ifPresent(inspecting::add);
      }
    }
    return new History(List.copyOf(trainings), List.copyOf(rests), List.copyOf(inspecting));
  }

  /** Both histories, the other one being later. */
  public History and(History later) {
    List<Training> t = new ArrayList<>(trainings);
    t.addAll(later.trainings);
    List<Rest> r = new ArrayList<>(rests);
    r.addAll(later.rests);
    List<Inspecting> i = new ArrayList<>(inspecting);
    i.addAll(later.inspecting);
    return new History(t, r, i);
  }

  /** What a machine is known by. */
  public static String machine(Map<String, String> facts) {
    return String.join(
        " / ",
        facts.getOrDefault("processor", ""),
        facts.getOrDefault("device", ""),
        facts.getOrDefault("threads", ""));
  }

  private static List<Training> trainings(
      CaseFile file, RunResult result, Durations durations, TrainingCosts costs)
      throws IOException {
    List<Training> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    RunResult.DataUsed data = result.data();
    for (Comparison c : result.comparisons()) {
      if (c.isImported()) {
        continue;
      }
      for (TestedModel model : c.models().values()) {
        TrainingCost cost = costs.byWeights().get(model.weights());
        // As it was measured, or else by the custody log.
        Double seconds =
            cost == null
                ? durations.byResult().get(model.weights())
                : Double.valueOf(cost.seconds());
        if (seconds != null && seen.add(model.weights())) {
          found.add(
              new Training(
                  c.audited().extension(),
                  data.train().size(),
                  (long) data.width() * data.height(),
                  machine(result.environment()),
                  seconds,
                  Files.size(file.blobs().path(model.weights())),
                  0,
                  cost == null ? 0 : cost.peakBytes()));
        }
      }
    }
    return found;
  }

  private static Rest rest(CaseFile file, RunResult result, Durations durations)
      throws IOException {
    RunResult.DataUsed data = result.data();
    long pixels = (long) data.width() * data.height();
    double measuring = 0;
    long values = 0;
    long drawn = 0;
    double[] bytes = new double[2];
    long[] count = new long[2];
    for (Comparison c : result.comparisons()) {
      drawn += (long) c.sketches().size() * c.images().size();
      Double seconds = durations.byResult().get(c.measurements());
      if (seconds != null) {
        measuring += seconds;
        values += Work.values(c.images().size(), result.metrics().size(), c.attack() != null);
      }
      for (Comparison.ImageRow row : c.images().subList(0, Math.min(SAMPLE, c.images().size()))) {
        for (Map.Entry<ImageRole, String> blob : row.blobs().entrySet()) {
          int kind = blob.getKey() instanceof ImageRole.Photo ? 0 : 1;
          bytes[kind] += Files.size(file.blobs().path(blob.getValue()));
          count[kind]++;
        }
      }
    }
    return new Rest(
        pixels,
        durations.drawing() / drawn,
        measuring / values,
        bytes[0] / count[0] / pixels,
        bytes[1] / count[1] / pixels);
  }

  /** Empty if the run inspected nothing, or an earlier run had done so already. */
  private static Optional<Inspecting> inspecting(
      CaseFile file, RunResult result, Durations durations) throws IOException {
    if (result.inspections().isEmpty() || durations.inspecting() == 0) {
      return Optional.empty();
    }
    List<String> detectors;
    try {
      detectors =
          Inspections.read(file.blobs(), result.inspections().get(0).inspection())
              .detectors()
              .stream()
              .map(detector -> detector.extension().id())
              .sorted()
              .toList();
    } catch (BadInputException e) {
      return Optional.empty(); // damaged: other runs still tell
    }
    RunResult.DataUsed data = result.data();
    return Optional.of(
        new Inspecting(
            detectors,
            data.train().size(),
            (long) data.width() * data.height(),
            machine(result.environment()),
            durations.inspecting() / result.inspections().size()));
  }

  /**
   * What the steps of one run took.
   *
   * @param byResult seconds by the SHA-256 of what a step made
   * @param drawing seconds of all drawing, NaN if there was none
   * @param inspecting seconds of all detectors, 0 if none was asked
   */
  private record Durations(Map<String, Double> byResult, double drawing, double inspecting) {
    static Durations of(List<Entry> entries, String run) {
      Map<String, Double> byResult = new HashMap<>();
      double drawing = Double.NaN;
      double inspecting = 0;
      Instant before = null;
      boolean whole = true; // a step that an interruption cut in two took longer than it seems
      boolean started = false;
      for (Entry entry : entries) {
        RunEvent event = entry.as(RunEvent.class).orElse(null);
        if (event == null || !event.run().equals(run) || event instanceof TrainingMeasured) {
          continue;
        }
        if (event instanceof RunStarted) {
          whole = !started;
          started = true;
        } else if (event instanceof StepFinished step && before != null) {
          double seconds = Duration.between(before, entry.time()).toMillis() / 1000.0;
          if (whole) {
            for (String sha : step.results().values()) {
              byResult.put(sha, seconds);
            }
            if (step.name().equals("draw")) {
              drawing = (Double.isNaN(drawing) ? 0 : drawing) + seconds;
            } else if (step.name().equals("inspect")) {
              inspecting += seconds;
            }
          }
          whole = true;
        }
        before = entry.time();
      }
      return new Durations(byResult, drawing, inspecting);
    }
  }
}
