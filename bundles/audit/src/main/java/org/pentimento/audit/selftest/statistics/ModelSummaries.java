package org.pentimento.audit.selftest.statistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Contrast;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Reached;
import org.pentimento.casefile.result.model.selftest.PlantedInModel;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.casefile.result.model.selftest.TriedModel;
import org.pentimento.casefile.result.model.selftest.TriedModel.WaveErrors;

/**
 * Summaries of trials of models: by what was planted, and by generator, trigger, strategy and rate
 * each alone. Attacks that did not take are counted apart.
 */
public final class ModelSummaries {
  private static final double FALSE_ALARMS = .05;
  private static final double PLACED = .3;
  private static final List<Double> BANDS = List.of(-9.0, .2, .4, .6, .8, 1.01);

  private record Kind(What what, String generator, String trigger, String strategy, double rate) {
    boolean holds(PlantedInModel planted) {
      return planted.what() == what
          && (generator.isEmpty() || generator.equals(planted.generator().id()))
          && (trigger.isEmpty() || trigger.equals(planted.triggerId()))
          && (strategy.isEmpty() || strategy.equals(planted.strategyId()))
          && (rate == 0 || rate == planted.rate());
    }
  }

  private final List<TriedModel> trials;

  /** Summaries of these trials. */
  public ModelSummaries(List<TriedModel> trials) {
    this.trials = List.copyOf(trials);
  }

  /** Of each kind that there are trials of. */
  public List<KindOfModel> kinds() {
    List<KindOfModel> summaries = new ArrayList<>();
    for (What what : What.values()) {
      List<PlantedInModel> planted =
          trials.stream().map(TriedModel::planted).filter(p -> p.what() == what).toList();
      Set<Kind> kinds = new LinkedHashSet<>();
      kinds.add(new Kind(what, "", "", "", 0));
      for (String id : ids(planted, p -> p.generator().id())) {
        kinds.add(new Kind(what, id, "", "", 0));
      }
      for (String id : ids(planted, PlantedInModel::triggerId)) {
        kinds.add(new Kind(what, "", id, "", 0));
      }
      for (String id : ids(planted, PlantedInModel::strategyId)) {
        kinds.add(new Kind(what, "", "", id, 0));
      }
      for (double rate : planted.stream().map(PlantedInModel::rate).sorted().distinct().toList()) {
        kinds.add(new Kind(what, "", "", "", rate));
      }
      if (!planted.isEmpty()) {
        kinds.forEach(kind -> summaries.add(summary(kind)));
      }
    }
    return summaries;
  }

  private static List<String> ids(
      List<PlantedInModel> planted, Function<PlantedInModel, String> id) {
    return planted.stream().map(id).filter(i -> !i.isEmpty()).distinct().sorted().toList();
  }

  /** Of all models in which one thing was planted; empty if there are none. */
  public Optional<KindOfModel> of(What what) {
    return trials.stream().anyMatch(trial -> trial.planted().what() == what)
        ? Optional.of(summary(new Kind(what, "", "", "", 0)))
        : Optional.empty();
  }

  /** How well attacks, open and hidden ones, are told from clean and from spoilt models. */
  public List<Contrast> contrasts() {
    List<Contrast> contrasts = new ArrayList<>();
    for (What attack : List.of(What.ATTACK, What.COVERED_ATTACK)) {
      for (What other : List.of(What.NOTHING, What.SPOILT_PAIRS)) {
        double[] attacks = scores(trial -> trial.planted().what() == attack);
        double[] others = scores(trial -> trial.planted().what() == other);
        if (attacks.length > 0 && others.length > 0) {
          contrasts.add(contrast(attack, other, attacks, others));
        }
      }
    }
    return contrasts;
  }

  private static Contrast contrast(What attack, What other, double[] attacks, double[] others) {
    Separation separation = new Separation(attacks, others);
    return new Contrast(
        attack,
        other,
        attacks.length,
        others.length,
        area(separation, attacks, others),
        recall(separation, attacks, .01),
        recall(separation, attacks, .05),
        (brier(attacks, true) + brier(others, false)) / 2,
        (crossEntropy(attacks, true) + crossEntropy(others, false)) / 2,
        separation.roc());
  }

  /** What was found of attacks by how far they got, those that did not take included. */
  public List<Reached> reached() {
    List<Reached> reached = new ArrayList<>();
    for (int i = 1; i < BANDS.size(); i++) {
      double from = BANDS.get(i - 1);
      double to = BANDS.get(i);
      List<TriedModel> band =
          trials.stream().filter(trial -> isBetween(trial.progress(), from, to)).toList();
      if (!band.isEmpty()) {
        reached.add(new Reached(from, to, band.size(), share(band, TriedModel::found)));
      }
    }
    return reached;
  }

  private static boolean isBetween(@Nullable Double value, double from, double to) {
    return value != null && value >= from && value < to;
  }

  /** The scores of the trials that count, those without a score left out. */
  public double[] scores(Predicate<TriedModel> wanted) {
    return trials.stream()
        .filter(trial -> trial.counts() && wanted.test(trial))
        .map(TriedModel::score)
        .filter(score -> score != null)
        .mapToDouble(score -> score)
        .toArray();
  }

  private KindOfModel summary(Kind kind) {
    List<TriedModel> all = trials.stream().filter(t -> kind.holds(t.planted())).toList();
    List<TriedModel> counted = all.stream().filter(TriedModel::counts).toList();
    Map<ModelVerdict, Integer> verdicts = new TreeMap<>();
    counted.forEach(trial -> verdicts.merge(trial.verdict(), 1, Integer::sum));
    double[] scores = scores(trial -> kind.holds(trial.planted()));
    Kind clean = new Kind(What.NOTHING, kind.generator(), "", "", 0);
    double[] honest = scores(trial -> clean.holds(trial.planted()));
    Separation separation =
        kind.what() == What.NOTHING || scores.length == 0 || honest.length == 0
            ? null
            : new Separation(scores, honest);
    boolean attack = kind.what().isAttack();
    List<Double> places =
        counted.stream().flatMap(t -> Optional.ofNullable(t.placeIou()).stream()).toList();
    List<TriedModel> waves = counted.stream().filter(TriedModel::wavy).toList();
    List<WaveErrors> errors =
        waves.stream().flatMap(t -> Optional.ofNullable(t.wave()).stream()).toList();
    return new KindOfModel(
        kind.what(),
        kind.generator(),
        kind.trigger(),
        kind.strategy(),
        kind.rate(),
        all.size(),
        counted.size(),
        verdicts,
        separation == null ? null : area(separation, scores, honest),
        separation == null ? null : recall(separation, scores, .01),
        separation == null ? null : recall(separation, scores, .05),
        counted.isEmpty() ? null : share(counted, TriedModel::found),
        counted.isEmpty() ? null : share(counted, trial -> trial.suspected(Evidence.FOR_BELOW)),
        counted.isEmpty() ? null : share(counted, trial -> trial.suspected(FALSE_ALARMS)),
        scores.length == 0 ? null : (Double) brier(scores, attack),
        scores.length == 0 ? null : (Double) crossEntropy(scores, attack),
        attack && kind.rate() == 0 ? smallestFound(counted) : null,
        places.isEmpty()
            ? null
            : Shares.exact((int) places.stream().filter(i -> i >= PLACED).count(), places.size()),
        mean(places),
        waves.isEmpty()
            ? null
            : Shares.exact((int) errors.stream().filter(WaveErrors::near).count(), waves.size()),
        median(errors.stream().map(WaveErrors::frequency).toList()),
        median(errors.stream().map(WaveErrors::degrees).toList()),
        all.stream().mapToDouble(TriedModel::seconds).average().orElse(0));
  }

  private static Share share(List<TriedModel> all, Predicate<TriedModel> hit) {
    return Shares.exact((int) all.stream().filter(hit).count(), all.size());
  }

  private static Share area(Separation separation, double[] scores, double[] others) {
    return Shares.areas(List.of(new Shares.Area(separation.auc(), scores.length, others.length)));
  }

  private static Share recall(Separation separation, double[] scores, double falseAlarms) {
    return Shares.exact(
        (int) Math.round(separation.recallAt(falseAlarms) * scores.length), scores.length);
  }

  private static double brier(double[] scores, boolean truth) {
    double sum = 0;
    for (double score : scores) {
      double miss = truth ? 1 - score : score;
      sum += miss * miss;
    }
    return sum / scores.length;
  }

  private static double crossEntropy(double[] scores, boolean truth) {
    double sum = 0;
    for (double score : scores) {
      sum -= Math.log(truth ? score : 1 - score);
    }
    return sum / scores.length;
  }

  private static @Nullable Double mean(List<Double> values) {
    return values.isEmpty()
        ? null
        : (Double) values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static @Nullable Double median(List<Double> values) {
    return values.isEmpty() ? null : values.stream().sorted().toList().get(values.size() / 2);
  }

  /** The smallest rate from which on at least half of the attacks are found. */
  private static @Nullable Double smallestFound(List<TriedModel> attacks) {
    Map<Double, Tally> byRate = new TreeMap<>();
    for (TriedModel trial : attacks) {
      byRate
          .computeIfAbsent(trial.planted().rate(), rate -> new Tally())
          .add(trial.found() ? 1 : 0, 1);
    }
    return Tally.smallest(byRate);
  }
}
