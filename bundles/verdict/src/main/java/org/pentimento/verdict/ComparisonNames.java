package org.pentimento.verdict;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;

/** Names the comparisons of a run briefly, each by what tells it from the others. */
public final class ComparisonNames {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final VaryingSettings generators;
  private final VaryingSettings triggers;
  private final VaryingSettings strategies;
  private final boolean strategiesDiffer;
  private final boolean ratesDiffer;

  private ComparisonNames(List<Comparison> comparisons) {
    List<Comparison> trained = comparisons.stream().filter(c -> !c.isImported()).toList();
    generators = new VaryingSettings(trained.stream().map(c -> c.audited().extension()).toList());
    triggers = new VaryingSettings(attacks(comparisons).map(Attack::trigger).toList());
    strategies = new VaryingSettings(attacks(trained).map(Attack::strategy).toList());
    strategiesDiffer = differ(trained, a -> strategies.name(a.strategy()));
    ratesDiffer = differ(trained, Attack::rate);
    comparisons.forEach(c -> names.put(c.id(), name(c)));
    List<String> all = List.copyOf(names.values());
    names.replaceAll(
        (id, name) -> Collections.frequency(all, name) > 1 ? name + " (" + id + ")" : name);
  }

  /** Names for all comparisons of a run. */
  public static ComparisonNames of(List<Comparison> comparisons) {
    return new ComparisonNames(comparisons);
  }

  /**
   * The name of one of them, such as {@code FCN, Sinusoidal, seed 1}, or {@code FCN, Sinusoidal, 5
   * % poisoned, seed 1} where the rates differ.
   */
  public String of(Comparison comparison) {
    return names.getOrDefault(comparison.id(), Verdicts.brief(comparison));
  }

  private static Stream<Attack> attacks(List<Comparison> comparisons) {
    return comparisons.stream().map(Comparison::attack).flatMap(Stream::ofNullable);
  }

  private static boolean differ(List<Comparison> trained, Function<Attack, Object> of) {
    return attacks(trained).map(of).distinct().limit(2).count() > 1;
  }

  private String name(Comparison c) {
    Audited audited = c.audited();
    StringBuilder name =
        new StringBuilder(
            c.isImported() ? Verdicts.name(audited) : generators.name(audited.extension()));
    Attack attack = c.attack();
    name.append(", ").append(attack == null ? "no attack" : triggers.name(attack.trigger()));
    if (attack != null && !c.isImported()) {
      if (strategiesDiffer) {
        name.append(" + ").append(strategies.name(attack.strategy()));
      }
      if (ratesDiffer) {
        name.append(", ").append(NumberWords.fine(attack.rate())).append(" poisoned");
      }
    }
    if (audited.seed().isPresent()) {
      name.append(", seed ").append(audited.seed().getAsLong());
    }
    return name.toString();
  }
}
