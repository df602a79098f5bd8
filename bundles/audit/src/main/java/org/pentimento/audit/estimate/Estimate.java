package org.pentimento.audit.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.audit.plan.Plan;
import org.pentimento.audit.plan.Use;

/**
 * What a run will probably take. Times grow with pairs, epochs and pixels; other settings are not
 * reckoned with, so a generator that was never trained with the same ones makes the estimate rough.
 *
 * @param seconds most likely, NaN if not known
 * @param low it will hardly take less, NaN if not known
 * @param high it will hardly take more, NaN if not known
 * @param bytes that the case will grow by, NaN if not known
 * @param basis where this comes from, as a sentence for a person
 */
public record Estimate(double seconds, double low, double high, double bytes, String basis) {
  /** How far off the same generator with the same settings on the same machine may be. */
  private static final double CLOSE = 1.4;

  /** How far off other settings, sizes or machines may be. */
  private static final double ROUGH = 3;

  /** A measured value with its pair and condition, as JSON. */
  private static final double VALUE_BYTES = 140;

  private record Found(History.Training training, boolean same) {}

  /** Estimates work by what is known. */
  public static Estimate of(Work work, History history) {
    List<String> unknown = new ArrayList<>();
    List<String> rough = new ArrayList<>();
    double seconds = 0;
    double low = 0;
    double high = 0;
    double bytes = 0;
    for (Use generator : work.plan().generators()) {
      Found found = latest(generator, work, history);
      if (found == null) {
        unknown.add(generator.id());
        continue;
      }
      double one = seconds(found.training(), generator, work) * work.models();
      double factor = found.same() ? CLOSE : ROUGH;
      seconds += one;
      low += one / factor;
      high += one * factor;
      bytes += (double) found.training().bytes() * work.models();
      if (!found.same()) {
        rough.add(generator.id());
      }
    }
    if (!unknown.isEmpty()) {
      return new Estimate(
          Double.NaN,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          "No finished run in an open case trained "
              + String.join(", ", unknown)
              + " yet; the first one will tell.");
    }
    History.Rest rest = history.rests().get(history.rests().size() - 1);
    double scale = (double) work.pixels() / rest.pixels();
    double others =
        scale * (work.sketches() * known(rest.drawSeconds()))
            + scale * (work.measured() * known(rest.measureSeconds()));
    seconds += others;
    low += others / ROUGH;
    high += others * ROUGH;
    bytes += pictures(work) * work.pixels() * known(rest.sketchBytes());
    bytes += photos(work) * work.pixels() * known(rest.photoBytes());
    bytes += work.measured() * VALUE_BYTES;
    return new Estimate(seconds, low, high, bytes, basis(rough));
  }

  private static double known(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private static String basis(List<String> rough) {
    return rough.isEmpty()
        ? "From earlier runs with the same settings on this machine."
        : "Rough: earlier runs of "
            + rough.stream().distinct().collect(Collectors.joining(", "))
            + " had other settings, sizes or threads.";
  }

  /** The latest training with the same settings, or else the latest one of that generator. */
  private static @Nullable Found latest(Use generator, Work work, History history) {
    Found found = null;
    for (History.Training t : history.trainings()) {
      if (t.generator().id().equals(generator.id())) {
        boolean same =
            settings(t.generator().settings()).equals(settings(generator.settings().values()))
                && t.machine().equals(work.machine())
                && Math.abs(Math.log((double) t.pixels() / work.pixels())) < Math.log(2);
        if (found == null || same || !found.same()) {
          found = new Found(t, same);
        }
      }
    }
    return found;
  }

  /** Without the epochs, which time grows with. */
  private static Map<String, String> settings(Map<String, ?> given) {
    Map<String, String> words = new TreeMap<>();
    given.forEach((key, value) -> words.put(key, Objects.toString(value)));
    words.remove("epochs");
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
    return settings.get("epochs") instanceof Number n ? n.doubleValue() : 1;
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
