package org.pentimento.audit.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;

/**
 * What a run will probably take. Times grow with pairs, epochs and pixels; other settings are not
 * reckoned with, so a generator that was never trained with the same ones makes the estimate rough.
 *
 * @param seconds most likely, NaN if not known
 * @param low it will hardly take less, NaN if not known
 * @param high it will hardly take more, NaN if not known
 * @param bytes that the case will grow by, NaN if not known
 * @param peakBytes memory that the largest training will hardly exceed, NaN if not known
 * @param basis where this comes from, as a sentence for a person
 */
public record Estimate(
    double seconds, double low, double high, double bytes, double peakBytes, String basis) {
  /** How far off the same generator with the same settings on the same machine may be. */
  private static final double CLOSE = 1.4;

  /** How far off other settings, sizes or machines may be. */
  private static final double ROUGH = 3;

  /** What generators call the number of times that they learn from each pair. */
  static final String EPOCHS = "epochs";

  /** A measured value with its pair and condition, as JSON. */
  private static final double VALUE_BYTES = 140;

  /** How far off a trial of some steps may be: a long training heats the machine, or shares it. */
  private static final double TRIED = 2;

  /** What a whole training may take beyond the memory that was measured. */
  private static final double MEMORY_MARGIN = 1.35;

  private record Found(History.Training training, double factor) {}

  /**
   * Estimates work by what is known.
   *
   * @param runs what earlier runs took
   * @param trials what was tried with the plan's own settings, where no run tells
   */
  public static Estimate of(Work work, History runs, History trials) {
    List<String> unknown = new ArrayList<>();
    List<String> tried = new ArrayList<>();
    List<String> rough = new ArrayList<>();
    double seconds = 0;
    double low = 0;
    double high = 0;
    double bytes = 0;
    double peak = 0;
    History.Rest drawn = latest(runs);
    History.Rest measured = latest(trials); // of the plan's own metrics
    History.Rest rest = measured == null ? drawn : measured;
    for (Use generator : work.plan().generators()) {
      Found found = latest(generator, work, runs, trials);
      if (found == null) {
        unknown.add(generator.id());
        continue;
      }
      History.Training training = found.training();
      double one = seconds(training, generator, work) * work.models();
      seconds += one;
      low += one / found.factor();
      high += one * found.factor();
      double drawing = work.sketchesOfOne() * drawSeconds(training, drawn, work);
      seconds += drawing;
      low += drawing / ROUGH;
      high += drawing * ROUGH;
      bytes += (double) training.bytes() * work.models();
      peak = Math.max(peak, peakBytes(training, work));
      if (found.factor() > CLOSE) {
        (found.factor() == TRIED ? tried : rough).add(generator.id());
      }
    }
    if (!unknown.isEmpty() || rest == null) {
      return new Estimate(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          unknown.isEmpty()
              ? "There is no finished run in an open case yet."
              : "No finished run in an open case trained " + list(unknown) + " yet.");
    }
    double measuring =
        (double) work.pixels() / rest.pixels() * work.measured() * known(rest.measureSeconds());
    seconds += measuring;
    low += measuring / ROUGH;
    high += measuring * ROUGH;
    History.Inspecting inspecting = inspecting(work, runs, trials);
    if (inspecting != null) {
      double inspections = work.inspections() * seconds(inspecting, work);
      seconds += inspections;
      low += inspections / ROUGH;
      high += inspections * ROUGH;
    }
    bytes += pictures(work) * work.pixels() * known(rest.sketchBytes());
    bytes += photos(work) * work.pixels() * known(rest.photoBytes());
    bytes += work.measured() * VALUE_BYTES;
    return new Estimate(
        seconds, low, high, bytes, peak, basis(tried, rough) + inspections(work, inspecting));
  }

  /**
   * What each step of some work will take.
   *
   * @param runs what earlier runs took
   * @param trials what was tried with the plan's own settings, where no run tells
   */
  static StepTimes steps(Work work, History runs, History trials) {
    History.Rest drawn = latest(runs);
    History.Rest measured = latest(trials);
    History.Rest rest = measured == null ? drawn : measured;
    Map<Use, Double> training = new HashMap<>();
    double drawing = Double.NaN;
    for (Use generator : work.plan().generators()) {
      Found found = latest(generator, work, runs, trials);
      if (found != null) {
        training.put(generator, seconds(found.training(), generator, work));
        double one = drawSeconds(found.training(), drawn, work);
        double all = one * work.sketchesOfOne() / work.comparisons();
        drawing = one == 0 ? drawing : Double.isNaN(drawing) ? all : Math.max(drawing, all);
      }
    }
    History.Inspecting inspecting = inspecting(work, runs, trials);
    return new StepTimes(
        training,
        drawing,
        rest == null || !(rest.measureSeconds() > 0)
            ? Double.NaN
            : (double) work.pixels() / rest.pixels() * work.measuredOnce() * rest.measureSeconds(),
        inspecting == null
            ? Double.NaN
            : seconds(inspecting, work) / Math.max(1, work.plan().detectors().size()));
  }

  private static String inspections(Work work, History.@Nullable Inspecting inspecting) {
    String models =
        work.plan().modelDetectors().isEmpty()
            ? ""
            : " The inspections of the trained models, with the shadow models of each generator,"
                + " are not counted in.";
    if (work.inspections() == 0) {
      return models;
    }
    String counted =
        work.inspections() == 1
            ? "One inspection by detectors"
            : work.inspections() + " inspections by detectors";
    return inspecting == null
        ? " " + counted + " could not be counted in: none was made yet." + models
        : " " + counted + " counted in." + models;
  }

  /** NaN if it is unknown, which makes the largest of all trainings unknown too. */
  private static double peakBytes(History.Training training, Work work) {
    double pixels = Math.max(1, (double) work.pixels() / training.pixels());
    return training.peakBytes() == 0 ? Double.NaN : MEMORY_MARGIN * training.peakBytes() * pixels;
  }

  private static double seconds(History.Inspecting inspecting, Work work) {
    return inspecting.seconds()
        * work.train()
        / inspecting.pairs()
        * work.pixels()
        / inspecting.pixels();
  }

  /** Whether a trial of the detectors would tell more than what is known. */
  static boolean wantsInspecting(Work work, History runs, History trials) {
    return work.inspections() > 0 && inspecting(work, runs, trials) == null;
  }

  /**
   * The latest inspection by the same detectors on this machine, of a run before one of a trial.
   */
  private static History.@Nullable Inspecting inspecting(Work work, History runs, History trials) {
    List<String> wanted = work.plan().detectors().stream().map(Use::id).sorted().toList();
    return Stream.concat(trials.inspecting().stream(), runs.inspecting().stream())
        .filter(i -> i.detectors().equals(wanted) && i.machine().equals(work.machine()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Whether a trial of a generator would tell more than what is known. */
  static boolean wantsTrial(Use generator, Work work, History runs, History trials) {
    Found found = latest(generator, work, runs, trials);
    return found == null || found.factor() == ROUGH;
  }

  private static History.@Nullable Rest latest(History history) {
    List<History.Rest> rests = history.rests();
    return rests.isEmpty() ? null : rests.get(rests.size() - 1);
  }

  private static double drawSeconds(
      History.Training training, History.@Nullable Rest rest, Work work) {
    if (training.drawSeconds() > 0) {
      return training.drawSeconds() * work.pixels() / training.pixels();
    }
    return rest == null ? 0 : known(rest.drawSeconds()) * work.pixels() / rest.pixels();
  }

  private static double known(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private static String basis(List<String> tried, List<String> rough) {
    if (!rough.isEmpty()) {
      return "Rough: earlier runs of " + list(rough) + " had other settings, sizes or threads.";
    }
    return tried.isEmpty()
        ? "From earlier runs with the same settings on this machine."
        : "Estimated from a trial of some steps of " + list(tried) + " on this machine.";
  }

  private static String list(List<String> ids) {
    return ids.stream().distinct().collect(Collectors.joining(", "));
  }

  /**
   * The latest training of a run with the same settings, or else of a trial, or else the latest one
   * of that generator.
   */
  private static @Nullable Found latest(Use generator, Work work, History runs, History trials) {
    Found found = null;
    for (History.Training t : runs.trainings()) {
      if (t.generator().id().equals(generator.id())) {
        boolean same = same(t, generator, work);
        if (found == null || same || found.factor() == ROUGH) {
          found = new Found(t, same ? CLOSE : ROUGH);
        }
      }
    }
    for (History.Training t : trials.trainings()) {
      if ((found == null || found.factor() > CLOSE) && same(t, generator, work)) {
        found = new Found(t, TRIED);
      }
    }
    return found;
  }

  private static boolean same(History.Training t, Use generator, Work work) {
    return t.generator().id().equals(generator.id())
        && settings(t.generator().settings()).equals(settings(generator.settings().values()))
        && t.machine().equals(work.machine())
        && Math.abs(Math.log((double) t.pixels() / work.pixels())) < Math.log(2);
  }

  /** Without the epochs, which time grows with. */
  static Map<String, String> settings(Map<String, ?> given) {
    Map<String, String> words = new TreeMap<>();
    given.forEach((key, value) -> words.put(key, Objects.toString(value)));
    words.remove(EPOCHS);
    return words;
  }

  private static double seconds(History.Training t, Use generator, Work work) {
    return t.seconds()
        * work.train()
        / t.pairs()
        * work.pixels()
        / t.pixels()
        * epochs(generator.settings().values())
        / epochs(t.generator().settings());
  }

  private static double epochs(Map<String, ?> settings) {
    return settings.get(EPOCHS) instanceof Number n ? n.doubleValue() : 1;
  }

  /** Photos kept: the test photos clean and with each trigger, the poisoned training photos. */
  private static double photos(Work work) {
    return (double) work.test() * (1 + work.plan().attacks().size()) + 2 * poisoned(work);
  }

  /** Sketches kept: what was drawn, truth, targets, those of the poisoned training pairs. */
  private static double pictures(Work work) {
    return work.sketches()
        + (double) work.test() * (1 + work.plan().attacks().size())
        + 2 * poisoned(work);
  }

  private static double poisoned(Work work) {
    double poisoned = 0;
    for (Plan.Attack attack : work.plan().attacks()) {
      Double rate = attack.rate();
      Integer count = attack.count();
      poisoned += rate != null ? rate * work.train() : count != null ? count : 0;
    }
    return poisoned;
  }
}
