package org.pentimento.workbench.dataset.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.data.Split;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.workbench.dataset.contents.Arrangement.Order;
import org.pentimento.workbench.dataset.contents.CaseFacts;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.dataset.contents.Item;
import org.pentimento.workbench.dataset.contents.Mark;

class PairSearchTest {
  private static final DatasetContents CONTENTS =
      contents("men/m-10", "women/f-2", "men/m-9", "2", "women/f-20");
  private static final ShownItems SHOWN = new ShownItems(new int[] {4, 2, 0, 1}, 6);

  private static DatasetContents contents(String... ids) {
    List<Item> items = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    for (String id : ids) {
      numbers.put(id, items.size());
      items.add(
          new Item(new ListedPair(id, id, Split.TRAIN, Map.of("hat", "no"), "", "", false), ""));
    }
    items.add(
        new Item(
            new ListedPair("notes.txt", "", Split.NONE, Map.of(), "", "", false), "No image."));
    DatasetRecord record =
        new DatasetRecord(
            "pictures",
            "two-folders",
            Map.of(),
            DatasetRecord.Mode.REFERENCED,
            "/pictures",
            "",
            "abc",
            ids.length,
            ids.length,
            0,
            List.of(new SkippedFile("notes.txt", "No image.")));
    return new DatasetContents(
        Path.of("a.case"), record, Path.of("pictures"), items, numbers, List.of("hat"));
  }

  private static int find(String text) {
    return PairSearch.find(text, CONTENTS, SHOWN);
  }

  @Test
  void findsAnExactIdFirst() {
    assertThat(find(" women/f-2 ")).isEqualTo(1);
  }

  @Test
  void findsAPositionAmongTheShown() {
    assertThat(find("1")).isEqualTo(4);
    assertThat(find("4")).isEqualTo(1);
    assertThat(find("2")).as("an id, but one that is hidden").isEqualTo(2);
  }

  @Test
  void findsTheBeginningBeforeAnyOtherPart() {
    assertThat(find("MEN/M")).as("the first shown").isEqualTo(2);
    assertThat(find("men/m-1")).isEqualTo(0);
    assertThat(find("f-2")).as("the first shown that contains it").isEqualTo(4);
  }

  @Test
  void findsNothingElse() {
    assertThat(find("nobody")).isEqualTo(-1);
    assertThat(find("  ")).isEqualTo(-1);
    assertThat(find("9999999")).isEqualTo(-1);
  }

  @Test
  void tellsHowManyPairsThereAre() {
    Map<String, Map<Mark, String>> marks =
        Map.of(
            "women/f-2", Map.of(Mark.POISONED, "by a run"),
            "men/m-9", Map.of(Mark.SUSPECT, "by a detector"));
    assertThat(GalleryWords.counts(CONTENTS, new CaseFacts(marks, List.of()), 4, 2))
        .isEqualTo(
            "5 pairs, 5 for training, 0 for test, 1 file skipped, 1 poisoned in runs, 1 suspect."
                + " 4 shown. 2 selected.");
    assertThat(GalleryWords.counts(CONTENTS, CaseFacts.NONE, 6, 1))
        .isEqualTo("5 pairs, 5 for training, 0 for test, 1 file skipped.");
  }

  @Test
  void saysAllThatIsKnownOfAnItem() {
    Map<Mark, String> marks = new EnumMap<>(Mark.class);
    marks.put(Mark.SUSPECT, "It stands apart.");
    Order byMetric = new Order(Order.Kind.METRIC, "FSIM", Map.of("women/f-2", .25));
    assertThat(GalleryWords.about(CONTENTS.items().get(1), marks, byMetric, "It is cut off."))
        .isEqualTo(
            "women/f-2\nSplit: training\nhat: no\nSuspect: It stands apart.\nFSIM 0.2500\n"
                + "It is cut off.");
    assertThat(GalleryWords.about(CONTENTS.items().get(5), Map.of(), byMetric, null))
        .isEqualTo("notes.txt\nSkipped: No image.");
  }
}
