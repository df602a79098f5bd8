package org.pentimento.workbench.inspection.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.PatternFound;

class PairFilterTest {
  private static final InspectionResult RESULT =
      result(
          List.of(
              pair("p10", 3, true, Reason.Kind.LESS_INK, null),
              pair("p2", 2, true, Reason.Kind.PART_MISSING, null),
              pair("P1", .5, false, null, Oddity.DUPLICATE)),
          List.of("p10"));

  @Test
  void offersWhatMakesADifference() {
    assertThat(PairFilter.of(RESULT).stream().map(PairFilter::title))
        .containsExactly(
            "All pairs (3)",
            "Flagged (2)",
            "In pattern (1)",
            "Reason: less ink (1)",
            "Reason: part missing (1)",
            "Quality: near duplicate (1)");
  }

  @Test
  void thePatternsStandWhereTheirPageLooksForThem() {
    PairFilter pattern = PairFilter.of(RESULT).get(PairFilter.FIRST_PATTERN);
    assertThat(ids(pattern, "", PairOrdering.SUSPICION)).containsExactly("p10");
  }

  @Test
  void searchesIdsInAnyCaseAndKeepsTheOrder() {
    PairFilter all = PairFilter.of(RESULT).get(0);
    assertThat(ids(all, "p1", PairOrdering.SUSPICION)).containsExactly("p10", "P1");
    assertThat(ids(all, " P1 ", PairOrdering.HARMLESS)).containsExactly("P1", "p10");
    assertThat(ids(all, "nobody", PairOrdering.ID)).isEmpty();
  }

  @Test
  void ordersNumbersInIdsAsNumbers() {
    PairFilter all = PairFilter.of(RESULT).get(0);
    assertThat(ids(all, "", PairOrdering.ID)).containsExactly("P1", "p2", "p10");
  }

  @Test
  void pairsWithoutReasonOrQualityComeLast() {
    PairFilter all = PairFilter.of(RESULT).get(0);
    assertThat(ids(all, "", PairOrdering.REASON)).containsExactly("p10", "p2", "P1");
    assertThat(ids(all, "", PairOrdering.QUALITY)).containsExactly("P1", "p10", "p2");
  }

  private static List<String> ids(PairFilter filter, String letters, PairOrdering order) {
    return filter.of(RESULT.pairs(), letters, order).stream().map(InspectedPair::id).toList();
  }

  private static InspectedPair pair(
      String id,
      double score,
      boolean flagged,
      Reason.@Nullable Kind reason,
      @Nullable Oddity oddity) {
    return new InspectedPair(
        id,
        score,
        .5,
        flagged,
        reason == null ? List.of() : List.of(new ReasonFound("d", reason, 4, "")),
        oddity == null ? List.of() : List.of(new QualityFound("d", oddity, List.of(), "")),
        List.of());
  }

  private static InspectionResult result(List<InspectedPair> pairs, List<String> members) {
    return new InspectionResult(
        InspectionResult.SCHEMA,
        "test",
        Map.of(),
        new InspectedData("d", "f", "", Material.DRAWN, pairs.size(), 8, 8, 0, Map.of()),
        null,
        .01,
        1,
        List.of(),
        DatasetVerdict.POISONED,
        .001,
        .03,
        1.,
        pairs,
        List.of(
            new PatternFound(
                "d", Family.STAMP, members, true, .01, 5, null, "", 1, "", 0, 0, 0, 0, List.of())),
        List.of(),
        null,
        null,
        null);
  }
}
