package org.pentimento.audit.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.pentimento.audit.step.StepListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says during a run what all of it will take from now on: by the estimate of each step, and by what
 * steps of the same kind took as soon as one was done. Safe for use from several threads.
 */
public final class Outlook implements StepListener {
  private static final Logger LOG = LoggerFactory.getLogger(Outlook.class);
  private static final long INTERVAL = 1_000_000_000;

  /** A smaller part of a step tells nothing of the whole: the first images take longer. */
  private static final double ENOUGH = .02;

  private final Source known;
  private final Consumer<Remaining> told;
  private final LongSupplier clock;
  private final Map<Object, Kind> kinds = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();
  private @Nullable Step current;
  private boolean more;
  private long said;

  /** Tells what steps take, when the work is known. */
  interface Source {
    StepTimes of(Work work) throws IOException;
  }

  /**
   * What is left.
   *
   * @param done steps finished
   * @param total steps that there are
   * @param seconds that the rest will probably take, NaN if nothing tells yet
   * @param atLeast whether there are steps whose time nothing tells yet
   */
  public record Remaining(int done, int total, double seconds, boolean atLeast) {}

  /** Steps that take alike. */
  private static final class Kind {
    private final int planned;
    private final double estimate;
    private int finished;
    private int measured;
    private double seconds;

    Kind(int planned, double estimate) {
      this.planned = planned;
      this.estimate = estimate;
    }

    /** Seconds of one, NaN if nothing tells. */
    double one() {
      return measured == 0 ? estimate : seconds / measured;
    }

    int left() {
      return Math.max(0, planned - finished);
    }
  }

  /** The step that is being done. */
  private static final class Step {
    private final String key;
    private final @Nullable Kind kind;
    private final long began;
    private double share;
    private double firstShare = Double.NaN;
    private long firstSaid;

    Step(String key, @Nullable Kind kind, long began) {
      this.key = key;
      this.kind = kind;
      this.began = began;
    }

    /** Seconds of the whole step as its parts go on, NaN if too few are done. */
    double projected(long now) {
      return share - firstShare < ENOUGH
          ? Double.NaN
          : (now - firstSaid) / 1e9 / (share - firstShare);
    }
  }

  /**
   * An outlook on a run of a case.
   *
   * @param trials what was tried where no run tells
   * @param told gets what is left about once a second
   */
  public Outlook(CaseFile caseFile, Trials trials, Consumer<Remaining> told) {
    this(
        work -> Estimate.steps(work, History.of(caseFile), trials.of(work)),
        told,
        System::nanoTime);
  }

  Outlook(Source known, Consumer<Remaining> told, LongSupplier clock) {
    this.known = known;
    this.told = told;
    this.clock = clock;
  }

  /** One that nobody asks. */
  public static Outlook unwatched() {
    return new Outlook(work -> StepTimes.NONE, left -> {}, System::nanoTime);
  }

  /** Says how much there is to do, before the first step. */
  public synchronized void begin(Work work) {
    StepTimes times;
    try {
      times = known.of(work);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("What earlier runs took cannot be read; the outlook begins without it", e);
      times = StepTimes.NONE;
    }
    Plan plan = work.plan();
    for (Use generator : plan.generators()) {
      Kind before = kinds.get(training(generator.id(), generator.settings().values()));
      kinds.put(
          training(generator.id(), generator.settings().values()),
          new Kind(
              Math.toIntExact(work.models()) + (before == null ? 0 : before.planned),
              times.training().getOrDefault(generator, Double.NaN)));
    }
    int comparisons =
        Math.toIntExact(
            plan.generators().size() * work.comparisons()
                + (long) plan.models().size() * Math.max(1, plan.attacks().size()));
    kinds.put("draw", new Kind(comparisons, times.drawing()));
    kinds.put("measure", new Kind(comparisons, times.measuring()));
    kinds.put(
        "inspect",
        new Kind(Math.toIntExact(work.inspections() * plan.detectors().size()), times.detecting()));
    more = !plan.modelDetectors().isEmpty();
  }

  private static Object training(@Nullable Object id, @Nullable Object settings) {
    return "train " + id + " " + settings;
  }

  private @Nullable Kind kind(String name, Map<String, ?> inputs) {
    return inputs.get("generator") instanceof Map<?, ?> generator && name.equals("train")
        ? kinds.get(training(generator.get("id"), generator.get("settings")))
        : kinds.get(name.equals("draw-imported") ? "draw" : name);
  }

  @Override
  public synchronized void begins(String key, String name, Map<String, ?> inputs) {
    current = new Step(key, kind(name, inputs), clock.getAsLong());
    tell(true);
  }

  /**
   * How far the current step is.
   *
   * @param share from 0 to 1
   */
  public synchronized void reached(double share) {
    Step step = current;
    if (step != null && share >= 0 && share <= 1) {
      if (Double.isNaN(step.firstShare)) {
        step.firstShare = share;
        step.firstSaid = clock.getAsLong();
      }
      step.share = share;
      tell(false);
    }
  }

  @Override
  public synchronized void ended(String key, boolean before) {
    Step step = current;
    current = null;
    Kind kind = step == null || !step.key.equals(key) ? null : step.kind;
    if (step != null && kind != null && done.add(key)) {
      kind.finished++;
      if (!before) {
        long now = clock.getAsLong();
        // One that an earlier process had begun took longer than this process saw.
        double projected = step.projected(now);
        boolean resumed = step.firstShare > ENOUGH && !Double.isNaN(projected);
        kind.seconds += resumed ? projected : (now - step.began) / 1e9;
        kind.measured++;
      }
    }
    tell(true);
  }

  private void tell(boolean important) {
    long now = clock.getAsLong();
    if (!kinds.isEmpty() && (important || now - said >= INTERVAL)) {
      said = now;
      told.accept(remaining(now));
    }
  }

  private Remaining remaining(long now) {
    double seconds = 0;
    boolean unknown = more;
    boolean told = false;
    int finished = 0;
    int planned = 0;
    Step step = current;
    for (Kind kind : kinds.values()) {
      finished += kind.finished;
      planned += Math.max(kind.planned, kind.finished);
      int others = kind.left();
      double one = kind.one();
      if (step != null && step.kind == kind && others > 0 && !done.contains(step.key)) {
        others--;
        double projected = step.projected(now);
        if (!Double.isNaN(projected)) {
          seconds += projected * (1 - step.share);
          told = true;
          one = kind.measured == 0 ? projected : one;
        } else if (!Double.isNaN(one)) {
          seconds += Math.max(0, one - (now - step.began) / 1e9);
          told = true;
        } else {
          unknown = true;
        }
      }
      if (others > 0 && Double.isNaN(one)) {
        unknown = true;
      } else if (others > 0) {
        seconds += others * one;
        told = true;
      }
    }
    return new Remaining(
        finished, planned, told || finished == planned ? seconds : Double.NaN, unknown);
  }
}
