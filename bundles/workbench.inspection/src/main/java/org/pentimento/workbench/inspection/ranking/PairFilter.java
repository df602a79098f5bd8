package org.pentimento.workbench.inspection.ranking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.verdict.PairWords;

/**
 * Which pairs of an inspection are listed.
 *
 * @param title as a person chooses it
 * @param fits says of a pair whether it is listed
 */
record PairFilter(String title, Predicate<InspectedPair> fits) {

  /** The place of the filter of the first pattern among all filters. */
  static final int FIRST_PATTERN = 2;

  /** All filters that make a difference in a result, the most useful ones first. */
  static List<PairFilter> of(InspectionResult result) {
    List<PairFilter> filters = new ArrayList<>();
    List<InspectedPair> pairs = result.pairs();
    add(filters, pairs, "All pairs", p -> true);
    add(filters, pairs, "Flagged", InspectedPair::flagged);
    for (int i = 0; i < result.patterns().size(); i++) {
      PatternFound pattern = result.patterns().get(i);
      Set<String> members = new HashSet<>(pattern.pairs());
      String number = result.patterns().size() == 1 ? "" : " " + (i + 1);
      add(filters, pairs, "In pattern" + number, p -> members.contains(p.id()));
    }
    for (Reason.Kind kind : reasons(pairs)) {
      add(
          filters,
          pairs,
          "Reason: " + ReasonNames.of(kind),
          p -> p.reasons().stream().anyMatch(r -> r.kind() == kind));
    }
    for (Oddity oddity : oddities(pairs)) {
      add(
          filters,
          pairs,
          "Quality: " + PairWords.name(oddity),
          p -> p.qualities().stream().anyMatch(q -> q.oddity() == oddity));
    }
    return filters;
  }

  private static Set<Reason.Kind> reasons(List<InspectedPair> pairs) {
    Map<Reason.Kind, Boolean> seen = new EnumMap<>(Reason.Kind.class);
    pairs.forEach(p -> p.reasons().forEach(r -> seen.put(r.kind(), true)));
    return seen.keySet();
  }

  private static Set<Oddity> oddities(List<InspectedPair> pairs) {
    Map<Oddity, Boolean> seen = new EnumMap<>(Oddity.class);
    pairs.forEach(p -> p.qualities().forEach(q -> seen.put(q.oddity(), true)));
    return seen.keySet();
  }

  private static void add(
      List<PairFilter> filters,
      List<InspectedPair> pairs,
      String title,
      Predicate<InspectedPair> fits) {
    int count = (int) pairs.stream().filter(fits).count();
    filters.add(new PairFilter(title + " (" + count + ")", fits));
  }

  /**
   * The pairs that fit and whose ids contain some letters, upper or lower case, in an order.
   *
   * @param letters empty for any id
   */
  List<InspectedPair> of(List<InspectedPair> pairs, String letters, PairOrdering order) {
    String wanted = letters.strip().toLowerCase(Locale.ROOT);
    return pairs.stream()
        .filter(fits)
        .filter(p -> p.id().toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(order.comparator())
        .toList();
  }
}
