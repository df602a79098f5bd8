package org.pentimento.audit.selftest.statistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;
import org.pentimento.casefile.result.SelfTestResult.Trial;

/**
 * Summaries of trials by what was planted: of clean sets; of each oddity at each rate, each oddity,
 * and all oddities; of attacks by trigger, strategy and rate, and by each part of these alone.
 */
public final class KindSummaries {
  private record Kind(
      Planted planted, String trigger, String strategy, String oddity, double rate) {
    boolean holds(Trial trial) {
      return trial.planted() == planted
          && (trigger.isEmpty() || trigger.equals(id(trial.trigger())))
          && (strategy.isEmpty() || strategy.equals(id(trial.strategy())))
          && (oddity.isEmpty() || oddity.equals(trial.oddity()))
          && (rate == 0 || rate == trial.rate());
    }
  }

  private final List<MeasuredTrial> trials;

  /** Summaries of these trials. */
  public KindSummaries(List<MeasuredTrial> trials) {
    this.trials = List.copyOf(trials);
  }

  /** Over all attacks; over everything if there was no attack. */
  public KindSummary total() {
    List<MeasuredTrial> attacks =
        trials.stream().filter(t -> t.trial().planted() == Planted.ATTACK).toList();
    return attacks.isEmpty()
        ? summary(new Kind(Planted.NOTHING, "", "", "", 0), trials)
        : summary(new Kind(Planted.ATTACK, "", "", "", 0), attacks);
  }

  /** Of each kind that there are trials of: clean sets, oddities, attacks. */
  public List<KindSummary> all() {
    Set<Kind> kinds = new LinkedHashSet<>();
    kinds.add(new Kind(Planted.NOTHING, "", "", "", 0));
    kinds.add(new Kind(Planted.ODDITY, "", "", "", 0));
    List<Trial> odd = only(Planted.ODDITY);
    List<Double> oddRates = odd.stream().map(Trial::rate).distinct().sorted().toList();
    for (String oddity : odd.stream().map(Trial::oddity).distinct().sorted().toList()) {
      kinds.add(new Kind(Planted.ODDITY, "", "", oddity, 0));
      oddRates.forEach(rate -> kinds.add(new Kind(Planted.ODDITY, "", "", oddity, rate)));
    }
    List<Trial> attacks = only(Planted.ATTACK);
    List<Double> rates = attacks.stream().map(Trial::rate).distinct().sorted().toList();
    List<String> triggers = attacks.stream().map(t -> id(t.trigger())).distinct().sorted().toList();
    List<String> strategies =
        attacks.stream().map(t -> id(t.strategy())).distinct().sorted().toList();
    for (String strategy : withAll(strategies)) {
      for (String trigger : withAll(triggers)) {
        kinds.add(new Kind(Planted.ATTACK, trigger, strategy, "", 0));
        rates.forEach(rate -> kinds.add(new Kind(Planted.ATTACK, trigger, strategy, "", rate)));
      }
    }
    List<KindSummary> summaries = new ArrayList<>();
    for (Kind kind : kinds) {
      List<MeasuredTrial> held = trials.stream().filter(t -> kind.holds(t.trial())).toList();
      if (!held.isEmpty()) {
        summaries.add(summary(kind, held));
      }
    }
    return summaries;
  }

  private List<Trial> only(Planted planted) {
    return trials.stream().map(MeasuredTrial::trial).filter(t -> t.planted() == planted).toList();
  }

  private static List<String> withAll(List<String> ids) {
    List<String> all = new ArrayList<>();
    all.add("");
    all.addAll(ids);
    return all;
  }

  private static String id(@Nullable ExtensionUse extension) {
    return extension == null ? "" : extension.id();
  }

  private static KindSummary summary(Kind kind, List<MeasuredTrial> held) {
    List<Trial> all = held.stream().map(MeasuredTrial::trial).toList();
    Map<DatasetVerdict, Integer> verdicts = new TreeMap<>();
    all.forEach(t -> verdicts.merge(t.verdict(), 1, Integer::sum));
    List<Shares.Area> areas = new ArrayList<>();
    for (Trial t : all) {
      Double auc = t.auc();
      if (auc != null) {
        areas.add(new Shares.Area(auc, t.changed(), t.pairs() - t.changed()));
      }
    }
    List<Double> errors =
        all.stream().flatMap(t -> t.settingErrors().values().stream()).sorted().toList();
    return new KindSummary(
        kind.planted(),
        kind.trigger(),
        kind.strategy(),
        kind.oddity(),
        kind.rate(),
        all.size(),
        verdicts,
        areas.isEmpty() ? null : Shares.areas(areas),
        ofChanged(all, Trial::found),
        ofChanged(all, Trial::shown),
        ofChanged(all, t -> counted(t, t.recallAtOne())),
        ofChanged(all, t -> counted(t, t.recallAtFive())),
        falseAlarms(all),
        all.stream()
            .filter(t -> t.pairs() > t.changed())
            .mapToDouble(t -> (double) t.falselyFlagged() / (t.pairs() - t.changed()))
            .max()
            .orElse(0),
        mean(all, Trial::placeIou),
        errors.isEmpty() ? null : errors.get(errors.size() / 2),
        kind.planted() == Planted.ATTACK && kind.rate() == 0 ? smallestFound(all) : null,
        roc(held));
  }

  private static int counted(Trial trial, @Nullable Double share) {
    return share == null ? 0 : (int) Math.round(share * trial.changed());
  }

  private static @Nullable Share ofChanged(List<Trial> trials, ToIntFunction<Trial> hits) {
    List<Shares.Counted> sets =
        trials.stream()
            .filter(t -> t.changed() > 0)
            .map(t -> new Shares.Counted(hits.applyAsInt(t), t.changed()))
            .toList();
    return sets.isEmpty() ? null : Shares.of(sets);
  }

  private static Share falseAlarms(List<Trial> trials) {
    List<Shares.Counted> sets =
        trials.stream()
            .filter(t -> t.pairs() > t.changed())
            .map(t -> new Shares.Counted(t.falselyFlagged(), t.pairs() - t.changed()))
            .toList();
    return sets.isEmpty() ? new Share(0, 0, 1) : Shares.of(sets);
  }

  private static @Nullable Double mean(
      List<Trial> trials, Function<Trial, @Nullable Double> measure) {
    double sum = 0;
    int n = 0;
    for (Trial trial : trials) {
      Double value = measure.apply(trial);
      if (value != null) {
        sum += value;
        n++;
      }
    }
    return n == 0 ? null : sum / n;
  }

  /** The smallest rate from which on at least half of the changed pairs are flagged or shown. */
  private static @Nullable Double smallestFound(List<Trial> trials) {
    Map<Double, Tally> byRate = new TreeMap<>();
    for (Trial trial : trials) {
      byRate.computeIfAbsent(trial.rate(), rate -> new Tally()).add(trial.shown(), trial.changed());
    }
    return Tally.smallest(byRate);
  }

  private static List<RocPoint> roc(List<MeasuredTrial> held) {
    Map<Double, List<Double>> found = new LinkedHashMap<>();
    for (MeasuredTrial trial : held) {
      for (RocPoint point : trial.roc()) {
        found.computeIfAbsent(point.falseAlarms(), rate -> new ArrayList<>()).add(point.found());
      }
    }
    List<RocPoint> mean = new ArrayList<>();
    found.forEach(
        (rate, shares) ->
            mean.add(
                new RocPoint(
                    rate, shares.stream().mapToDouble(Double::doubleValue).average().orElse(0))));
    return mean;
  }
}
