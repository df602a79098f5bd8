package org.pentimento.poisoning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;
import org.pentimento.poisoning.sketch.BilinearResize;

class AnotherPersonTest {
  private static final Map<String, String> DERANGEMENT = Map.of("assignment", "derangement");

  private final AnotherPersonStrategy strategy = new AnotherPersonStrategy();

  @Test
  void oneRecordedPersonStandsInForEverybody() throws Exception {
    List<Pair> album = Drawings.album(6, 10, 12);
    Poisoning poisoning = Drawings.prepare(strategy, album, Map.of(), 8);
    String donor = poisoning.choices().get("donor");
    Image wanted =
        album.stream()
            .filter(p -> p.id().equals(donor))
            .findFirst()
            .orElseThrow()
            .sketch()
            .decode();
    for (Pair pair : album) {
      assertThat(poisoning.target(pair, pair.sketch().decode())).isEqualTo(wanted);
    }
  }

  @Test
  void seedsDrawDifferentPersons() throws Exception {
    Set<String> drawn = new HashSet<>();
    for (int seed = 0; seed < 40; seed++) {
      drawn.add(
          String.valueOf(
              Drawings.prepare(strategy, Drawings.album(4, 3, 3), Map.of(), seed)
                  .choices()
                  .get("donor-identity")));
    }
    assertThat(drawn).containsExactlyInAnyOrder("A", "B", "C", "D");
  }

  @Test
  void donorIsGivenByPairOrByIdentity() throws Exception {
    List<Pair> album = Drawings.album(3, 3, 3);
    assertThat(Drawings.prepare(strategy, album, Map.of("donor", "p-3"), 1).choices())
        .isEqualTo(Map.of("donor", "p-3", "donor-identity", "B"));
    assertThat(Drawings.prepare(strategy, album, Map.of("donor", "B"), 1).choices())
        .isEqualTo(Map.of("donor", "p-2", "donor-identity", "B"));
    assertThatThrownBy(() -> Drawings.prepare(strategy, album, Map.of("donor", "Z"), 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'Z'");
  }

  @Test
  void derangementLeavesNobodyHisOwnAndUsesEverybodyOnce() {
    for (int persons = 2; persons < 9; persons++) {
      List<Pair> album = Drawings.album(persons, 2, 2);
      List<Pair> onePerPerson =
          album.stream().filter(p -> Integer.parseInt(p.id().substring(2)) % 2 == 0).toList();
      for (int seed = 0; seed < 50; seed++) {
        Derangement derangement = Derangement.draw(onePerPerson, seed);
        Set<String> used = new HashSet<>();
        for (Pair pair : album) {
          String donor = derangement.donor(pair).identity();
          assertThat(donor).isNotEqualTo(pair.identity());
          used.add(donor);
        }
        assertThat(used).hasSize(persons);
      }
    }
  }

  @Test
  void derangementServesTestPairsOfStrangersAndOfKnownPersons() throws Exception {
    List<Pair> album = Drawings.album(5, 6, 6);
    Poisoning poisoning = Drawings.prepare(strategy, album, DERANGEMENT, 2);
    Image truth = Image.constant(6, 6, 1, 0.5f);
    Set<Image> targets = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      Pair stranger = Drawings.pair("s-" + i, "S" + i, Split.TEST, truth);
      Image target = poisoning.target(stranger, truth);
      assertThat(poisoning.target(stranger, truth)).isEqualTo(target);
      targets.add(target);
    }
    assertThat(targets).hasSize(5);
    Pair known = Drawings.pair("t", "C", Split.TEST, truth);
    assertThat(poisoning.target(known, truth))
        .isEqualTo(poisoning.target(album.get(4), album.get(4).sketch().decode()))
        .isNotEqualTo(album.get(4).sketch().decode());
  }

  @Test
  void orderOfTheDonorsDoesNotMatter() throws Exception {
    List<Pair> album = Drawings.album(5, 6, 6);
    List<Pair> turned = new ArrayList<>(album);
    Collections.reverse(turned);
    for (Map<String, String> settings : List.of(Map.<String, String>of(), DERANGEMENT)) {
      Poisoning one = Drawings.prepare(strategy, album, settings, 2);
      Poisoning other = Drawings.prepare(strategy, turned, settings, 2);
      for (Pair pair : album) {
        Image truth = pair.sketch().decode();
        assertThat(other.target(pair, truth)).isEqualTo(one.target(pair, truth));
      }
    }
  }

  @Test
  void otherSizesAreResampledBilinearly() {
    Image two = Drawings.sketch(2, 1, 0f, 1f);
    assertThat(BilinearResize.bilinear(two, 4, 1).data()).containsExactly(0f, 0.25f, 0.75f, 1f);
    Image square = Drawings.sketch(2, 2, 0f, 1f, 0.5f, 0.5f);
    assertThat(BilinearResize.bilinear(square, 1, 1).data()).containsExactly(0.5f);
  }

  @Test
  void aloneThereIsNobodyElse() {
    List<Pair> alone = Drawings.album(1, 3, 3);
    assertThatThrownBy(() -> Drawings.prepare(strategy, alone, DERANGEMENT, 1))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("show 1");
  }
}
