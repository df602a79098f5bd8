package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;

/**
 * How far the figures of a run differ between trainings with other seeds. That is another thing
 * than the intervals, which are over photos, and is never mixed with them.
 */
public final class SeedWords {
  private static final String UNKNOWN =
      ": how far figures would differ after another training was not measured. The intervals are"
          + " over photos and do not hold it.";

  private SeedWords() {}

  /** What a generator is trained on in the same way, but for the seed. */
  private record Group(Object generator, Object trigger, Object strategy, double rate) {
    static Group of(Comparison c) {
      Attack attack = c.attack();
      return attack == null
          ? new Group(c.audited().extension(), "", "", 0)
          : new Group(c.audited().extension(), attack.trigger(), attack.strategy(), attack.rate());
    }
  }

  private static Map<Group, List<Comparison>> groups(RunResult result) {
    Map<Group, List<Comparison>> groups = new LinkedHashMap<>();
    for (Comparison c : result.comparisons()) {
      if (c.audited().seed().isPresent()) {
        groups.computeIfAbsent(Group.of(c), k -> new ArrayList<>()).add(c);
      }
    }
    return groups;
  }

  /** How often models were trained, in a sentence; empty if the run trained nothing. */
  public static Optional<String> summary(RunResult result) {
    List<Integer> sizes = groups(result).values().stream().map(List::size).toList();
    if (sizes.isEmpty()) {
      return Optional.empty();
    } else if (sizes.stream().allMatch(n -> n == 1)) {
      return Optional.of("Every model was trained with one seed only" + UNKNOWN);
    } else if (sizes.contains(1)) {
      return Optional.of("Some models were trained with one seed only" + UNKNOWN);
    }
    return Optional.of(
        "Every model was trained with "
            + Collections.min(sizes)
            + " seeds or more. How far the figures differ between them stands with the run; the"
            + " intervals do not hold it.");
  }

  /** Which models were trained once, and how far figures of others differ; empty if untrained. */
  public static List<String> of(RunResult result) {
    List<String> sentences = new ArrayList<>();
    Map<Group, List<Comparison>> groups = groups(result);
    if (groups.values().stream().anyMatch(seeds -> seeds.size() == 1)) {
      summary(result).ifPresent(sentences::add);
    }
    for (List<Comparison> seeds : groups.values()) {
      if (seeds.size() > 1) {
        sentences.add(spread(seeds));
      }
    }
    return sentences;
  }

  /** What is said of the trainings that differ from one in their seed alone; empty if untrained. */
  public static Optional<String> of(RunResult result, Comparison one) {
    if (one.audited().seed().isEmpty()) {
      return Optional.empty();
    }
    List<Comparison> seeds = groups(result).getOrDefault(Group.of(one), List.of(one));
    return Optional.of(
        seeds.size() == 1 ? "It was trained with one seed only" + UNKNOWN : spread(seeds));
  }

  private static String spread(List<Comparison> seeds) {
    List<String> parts = new ArrayList<>();
    List<Turned> turned = seeds.stream().map(Comparison::turned).filter(Objects::nonNull).toList();
    if (!turned.isEmpty()) {
      parts.add(
          "sketches that the trigger turned: "
              + turned.stream()
                  .map(t -> t.triggered() + " of " + t.pairs())
                  .collect(Collectors.joining(", ")));
    }
    int left = seeds.size() - turned.size();
    if (seeds.get(0).attack() == null) {
      parts.addAll(means(seeds));
    } else {
      parts.addAll(nets(seeds));
      if (left > 0) {
        parts.add(NumberWords.count(left, "training", "trainings") + " gave no figure");
      }
    }
    return Verdicts.untrained(seeds.get(0))
        + ", between seeds "
        + seeds.stream()
            .map(c -> String.valueOf(c.audited().seed().orElse(0)))
            .collect(Collectors.joining(", "))
        + ": "
        + String.join("; ", parts)
        + ". This is the spread between trainings; the intervals are over photos and do not hold"
        + " it.";
  }

  /** The backdoor's part in each metric, from the smallest to the largest. */
  private static List<String> nets(List<Comparison> seeds) {
    Map<String, List<Double>> shares = new LinkedHashMap<>();
    for (Comparison c : seeds) {
      for (Blindness b : c.showsHarm() ? c.blindness() : List.<Blindness>of()) {
        Net net = b.net();
        if (net != null && net.share() != null) {
          shares.computeIfAbsent(b.name(), k -> new ArrayList<>()).add(net.share());
        }
      }
    }
    String ranges =
        shares.entrySet().stream()
            .filter(e -> e.getValue().size() > 1)
            .map(e -> e.getKey() + " " + range(e.getValue(), Verdicts::change))
            .collect(Collectors.joining(", "));
    return ranges.isEmpty() ? List.of() : List.of("the backdoor's own part: " + ranges);
  }

  /** The mean of the first metric on clean photos. */
  private static List<String> means(List<Comparison> seeds) {
    Condition clean = new Condition(Subject.CLEAN, PhotoKind.CLEAN, ReferenceSketch.TRUTH);
    String metric =
        seeds.get(0).summaries().isEmpty() ? "" : seeds.get(0).summaries().get(0).metric();
    List<Double> means =
        seeds.stream()
            .flatMap(c -> c.summary(metric, clean).stream())
            .map(Comparison.Summary::mean)
            .filter(Objects::nonNull)
            .toList();
    return means.isEmpty()
        ? List.of("no figure")
        : List.of("mean " + metric + " " + range(means, NumberWords::value));
  }

  private interface Words {
    String of(double value);
  }

  private static String range(List<Double> values, Words words) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    String from = words.of(least);
    String to = words.of(most);
    return from.equals(to) ? from : from + " to " + to;
  }
}
