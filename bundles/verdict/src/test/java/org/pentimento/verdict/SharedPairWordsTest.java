package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.SharedPairs;
import org.pentimento.casefile.result.SharedPairs.How;
import org.pentimento.casefile.result.SharedPairs.Shared;
import org.pentimento.casefile.result.SharedPairs.Where;

class SharedPairWordsTest {
  private static final InspectedData TRUSTED =
      new InspectedData("mine", "folder", "0", Material.PHOTOGRAPHED, 40, 64, 64, 0, Map.of());

  @Test
  void namesThePairsAndWhatTheirBondsMean() {
    InspectedData bound =
        TRUSTED.with(
            new SharedPairs(
                "theirs",
                "Honest oddities",
                "",
                List.of(
                    new Shared("a", How.NEAR_DUPLICATE, Where.SUSPECT, List.of("x", "y")),
                    new Shared("b", How.SAME_PERSON, Where.TRUSTED, List.of("c")),
                    new Shared("c", How.SAME_PERSON, Where.TRUSTED, List.of("b")))));
    List<String> said = SharedPairWords.ofModel(bound, true);
    assertThat(said).hasSize(2);
    assertThat(said.get(0))
        .startsWith(
            "1 of 40 trusted pairs are nearly the same as the model's training pairs of “theirs”:"
                + " a (x, y).");
    assertThat(said.get(1))
        .startsWith("2 of 40 trusted pairs show persons whom other trusted pairs show too: b (c)");
    assertThat(SharedPairWords.ofModel(bound, false).get(0))
        .contains("the pairs of “theirs”, which the model is said to be trained on: a (x, y).");
    assertThat(SharedPairWords.ofDataset(bound).get(0)).contains("suspect pairs of “theirs”");
  }

  @Test
  void saysWhatIsNotKnown() {
    assertThat(SharedPairWords.ofModel(TRUSTED, false))
        .singleElement()
        .asString()
        .contains("not known");
    assertThat(SharedPairWords.ofDataset(TRUSTED)).isEmpty();
    assertThat(SharedPairWords.ofDataset(null)).isEmpty();
    assertThat(
            SharedPairWords.ofModel(
                TRUSTED.with(new SharedPairs("theirs", "", "", List.of())), true))
        .containsExactly(
            "No trusted pair is bound to the model's training pairs of “theirs” by the names of"
                + " persons; near duplicates were not looked for.",
            "Near duplicates among the trusted pairs were not looked for.");
  }
}
