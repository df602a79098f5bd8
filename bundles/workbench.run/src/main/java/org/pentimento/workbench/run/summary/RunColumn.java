package org.pentimento.workbench.run.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.figures.MetricNames;
import org.pentimento.verdict.ConditionNames;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.VaryingSettings;
import org.pentimento.verdict.Verdicts;
import org.pentimento.workbench.table.NaturalOrder;

/**
 * A column of the table of all comparisons of a run.
 *
 * @param id by which it is remembered that a person wants it, or does not
 * @param title short, for its head
 * @param help what is in it, for its head's tooltip and for the list of columns
 * @param usual whether it is shown as long as nobody has chosen
 * @param isNumber whether its cells are set to the right
 * @param text of its cell
 * @param detail for the tooltip of its cell; empty for none
 * @param order of the rows at the first click on its head
 */
record RunColumn(
    String id,
    String title,
    String help,
    boolean usual,
    boolean isNumber,
    Function<Comparison, String> text,
    Function<Comparison, String> detail,
    Comparator<Comparison> order) {
  private static final String NONE = "–";

  /** All columns of a run: what was compared, what came of it, and each mean. */
  static List<RunColumn> of(RunResult result) {
    List<Comparison> comparisons = result.comparisons();
    VaryingSettings generators =
        new VaryingSettings(comparisons.stream().map(c -> c.audited().extension()).toList());
    VaryingSettings triggers =
        new VaryingSettings(attacks(comparisons).map(Attack::trigger).toList());
    VaryingSettings strategies =
        new VaryingSettings(attacks(comparisons).map(Attack::strategy).toList());
    List<RunColumn> columns = new ArrayList<>();
    columns.add(words("comparison", "Comparison", "Its id in the run", false, Comparison::id));
    columns.add(
        words(
            "generator",
            "Generator or model",
            "What was trained, or the imported model",
            true,
            c ->
                c.isImported()
                    ? Verdicts.name(c.audited())
                    : generators.name(c.audited().extension())));
    columns.add(
        words(
            "trigger",
            "Trigger",
            "What is stamped on photos",
            true,
            of(a -> triggers.name(a.trigger()))));
    columns.add(
        words(
            "strategy",
            "Strategy",
            "What the attack does to sketches",
            true,
            of(a -> strategies.name(a.strategy()))));
    columns.add(
        number(
            "rate",
            "Poisoned",
            "Share of the training pairs that was poisoned",
            true,
            RunColumn::rate,
            NumberWords::rate,
            c -> ""));
    columns.add(
        new RunColumn(
            "seed",
            "Seed",
            "Of the training",
            true,
            true,
            c ->
                c.audited().seed().isPresent()
                    ? Long.toString(c.audited().seed().getAsLong())
                    : NONE,
            c -> "",
            Comparator.comparingLong(c -> c.audited().seed().orElse(Long.MAX_VALUE))));
    columns.add(
        number(
            "success",
            "Attack success",
            "Share of triggered photos whose sketch lies nearer to the target than to the truth",
            true,
            c -> {
              SuccessPoint point = success(c);
              return point == null ? null : point.triggered();
            },
            NumberWords::percent,
            c -> interval(success(c))));
    columns.add(
        words(
            "conclusion",
            "Conclusion",
            "The most important sentence about it",
            true,
            c -> Verdicts.conclusions(c).stream().findFirst().orElse("")));
    columns.addAll(means(result));
    return columns;
  }

  private static Stream<Attack> attacks(List<Comparison> comparisons) {
    return comparisons.stream().flatMap(c -> Stream.ofNullable(c.attack()));
  }

  private static @Nullable Double rate(Comparison comparison) {
    Attack attack = comparison.attack();
    return attack == null || comparison.isImported() ? null : attack.rate();
  }

  private static Function<Comparison, String> of(Function<Attack, String> words) {
    return c -> {
      Attack attack = c.attack();
      return attack == null ? "none" : words.apply(attack);
    };
  }

  /** A mean, by what was measured and under which condition. */
  private record Mean(String measured, Condition condition) {}

  private static List<RunColumn> means(RunResult result) {
    MetricNames names = MetricNames.of(result);
    Map<Mean, RunColumn> columns = new LinkedHashMap<>();
    for (Comparison comparison : result.comparisons()) {
      for (Summary summary : comparison.summaries()) {
        Mean mean = new Mean(summary.name(), summary.condition());
        boolean usual =
            summary.model() == comparison.suspect()
                && summary.photo() == comparison.photos().get(comparison.photos().size() - 1)
                && summary.against() == ReferenceSketch.TRUTH;
        columns.computeIfAbsent(mean, m -> mean(m, names.of(summary.name()), usual));
      }
    }
    return List.copyOf(columns.values());
  }

  private static RunColumn mean(Mean mean, String metric, boolean usual) {
    Condition condition = mean.condition();
    String sketches =
        condition.subject().word() + (condition.photo() == PhotoKind.TRIGGERED ? ", trigger" : "");
    String against = condition.reference() == ReferenceSketch.TARGET ? ", to target" : "";
    return number(
        "mean " + mean.measured() + " " + sketches + against,
        metric + ", " + sketches + against,
        "Mean of "
            + metric
            + ": sketches of the "
            + ConditionNames.of(condition.subject())
            + ", drawn of "
            + ConditionNames.of(condition.photo())
            + "s, against the "
            + ConditionNames.of(condition.reference()),
        usual,
        c -> {
          Summary summary = summary(c, mean);
          return summary == null ? null : summary.mean();
        },
        RunColumn::decimal,
        c -> interval(summary(c, mean)));
  }

  private static @Nullable Summary summary(Comparison comparison, Mean mean) {
    return comparison.summaries().stream()
        .filter(s -> s.name().equals(mean.measured()) && s.condition().equals(mean.condition()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable SuccessPoint success(Comparison comparison) {
    return comparison.success().stream()
        .filter(point -> point.threshold() == 0)
        .findFirst()
        .orElse(null);
  }

  private static String interval(@Nullable SuccessPoint point) {
    return point == null
        ? ""
        : "95 % interval from "
            + NumberWords.percent(point.low())
            + " to "
            + NumberWords.percent(point.high());
  }

  private static String interval(@Nullable Summary summary) {
    Double low = summary == null ? null : summary.low();
    Double high = summary == null ? null : summary.high();
    return summary == null || low == null || high == null
        ? ""
        : "95 %% interval from %s to %s, over %d images"
            .formatted(decimal(low), decimal(high), summary.n());
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.3f", value);
  }

  private static RunColumn words(
      String id, String title, String help, boolean usual, Function<Comparison, String> text) {
    return new RunColumn(
        id,
        title,
        help,
        usual,
        false,
        text,
        c -> "",
        Comparator.comparing(text, NaturalOrder.TEXTS));
  }

  private interface Value {
    @Nullable Double of(Comparison comparison);
  }

  private static RunColumn number(
      String id,
      String title,
      String help,
      boolean usual,
      Value value,
      Function<Double, String> text,
      Function<Comparison, String> detail) {
    return new RunColumn(
        id,
        title,
        help,
        usual,
        true,
        c -> {
          Double number = value.of(c);
          return number == null ? NONE : text.apply(number);
        },
        detail,
        Comparator.comparing(value::of, Comparator.nullsLast(Comparator.naturalOrder())));
  }
}
