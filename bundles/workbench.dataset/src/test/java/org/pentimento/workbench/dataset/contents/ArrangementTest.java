package org.pentimento.workbench.dataset.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.data.Split;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.workbench.dataset.contents.Arrangement.Order;
import org.pentimento.workbench.dataset.contents.Arrangement.Show;

class ArrangementTest {
  private static final List<Item> ITEMS =
      List.of(
          pair("m-10", Split.TRAIN, Map.of("glasses", "yes")),
          pair("f-2", Split.TEST, Map.of("glasses", "no")),
          pair("M-9", Split.TRAIN, Map.of()),
          pair("f-02b", Split.NONE, Map.of("glasses", "yes", "hair", "long")),
          new Item(
              new ListedPair("notes.txt", "", Split.NONE, Map.of(), "", "", false),
              "It is no image."));
  private static final Map<String, Map<Mark, String>> MARKS =
      Map.of("f-2", Map.of(Mark.POISONED, "by a run"), "M-9", Map.of(Mark.SKIPPED, "too small"));

  private static Item pair(String id, Split split, Map<String, String> attributes) {
    return new Item(new ListedPair(id, "person " + id, split, attributes, "", "", false), "");
  }

  private static List<String> ids(Arrangement arrangement) {
    return Arrays.stream(arrangement.of(ITEMS, MARKS)).mapToObj(n -> ITEMS.get(n).id()).toList();
  }

  private static List<String> filtered(String words, Show show) {
    return ids(new Arrangement(words, show, Order.AS_IS, false));
  }

  private static List<String> sorted(
      Order.Kind kind, String name, Map<String, Double> figures, boolean descending) {
    return ids(new Arrangement("", Show.ALL, new Order(kind, name, figures), descending));
  }

  @Test
  void filtersByWordsAndAttributes() {
    assertThat(filtered("", Show.ALL)).hasSize(5);
    assertThat(filtered("M-", Show.ALL)).containsExactly("m-10", "M-9");
    assertThat(filtered("glasses=yes", Show.ALL)).containsExactly("m-10", "f-02b");
    assertThat(filtered("glasses=yes long", Show.ALL)).containsExactly("f-02b");
    assertThat(filtered("nobody", Show.ALL)).isEmpty();
  }

  @Test
  void filtersByUseAndMark() {
    assertThat(filtered("", Show.TRAIN)).containsExactly("m-10", "M-9");
    assertThat(filtered("", Show.TEST)).containsExactly("f-2");
    assertThat(filtered("", Show.POISONED)).containsExactly("f-2");
    assertThat(filtered("", Show.SUSPECT)).isEmpty();
    assertThat(filtered("", Show.SKIPPED)).containsExactly("M-9", "notes.txt");
    assertThat(filtered("", Show.MARKED)).containsExactly("f-2", "M-9", "notes.txt");
  }

  @Test
  void filtersByTagsOfSeveralWords() {
    Map<String, Map<Mark, String>> tagged =
        Map.of(
            "m-10", Map.of(Mark.TAGGED, "bad light, second look"),
            "f-2", Map.of(Mark.TAGGED, "light hair"));
    assertThat(found("tag=bad", tagged)).containsExactly("m-10");
    assertThat(found("tag=second", tagged)).containsExactly("m-10");
    assertThat(found("tag=light", tagged)).containsExactly("f-2");
    assertThat(found("bad LIGHT", tagged)).containsExactly("m-10");
    assertThat(new Arrangement("", Show.TAGGED, Order.AS_IS, false).of(ITEMS, tagged)).hasSize(2);
  }

  private static List<String> found(String words, Map<String, Map<Mark, String>> marks) {
    return Arrays.stream(new Arrangement(words, Show.ALL, Order.AS_IS, false).of(ITEMS, marks))
        .mapToObj(n -> ITEMS.get(n).id())
        .toList();
  }

  @Test
  void countsNumbersInIdsAsNumbers() {
    assertThat(sorted(Order.Kind.ID, "", Map.of(), false))
        .containsExactly("f-2", "f-02b", "M-9", "m-10", "notes.txt");
    assertThat(sorted(Order.Kind.ID, "", Map.of(), true))
        .containsExactly("notes.txt", "m-10", "M-9", "f-02b", "f-2");
  }

  @Test
  void putsWhatHasNoValueLastInBothDirections() {
    Map<String, Double> figures = Map.of("f-2", 0.9, "m-10", 0.1);
    assertThat(sorted(Order.Kind.METRIC, "FSIM", figures, false))
        .containsExactly("m-10", "f-2", "M-9", "f-02b", "notes.txt");
    assertThat(sorted(Order.Kind.METRIC, "FSIM", figures, true))
        .containsExactly("f-2", "m-10", "M-9", "f-02b", "notes.txt");
    assertThat(sorted(Order.Kind.ATTRIBUTE, "glasses", Map.of(), false))
        .containsExactly("f-2", "m-10", "f-02b", "M-9", "notes.txt");
  }

  @Test
  void putsTheGravestMarkFirst() {
    assertThat(sorted(Order.Kind.MARK, "", Map.of(), false))
        .containsExactly("f-2", "M-9", "notes.txt", "m-10", "f-02b");
  }
}
