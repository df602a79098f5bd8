package org.pentimento.workbench.dataset.gallery;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.dataset.contents.Arrangement;
import org.pentimento.workbench.dataset.contents.Arrangement.Order;
import org.pentimento.workbench.dataset.contents.CaseFacts;
import org.pentimento.workbench.dataset.contents.DatasetContents;
import org.pentimento.workbench.dataset.contents.Item;
import org.pentimento.workbench.dataset.contents.Mark;

/** What the gallery says in words. */
final class GalleryWords {
  private GalleryWords() {}

  /**
   * All that is known of an item, for its tooltip and for screen readers; a line each.
   *
   * @param marks of the item, with the reasons
   * @param sortedBy what the gallery is sorted by
   * @param problem why the pictures cannot be shown, null if they can
   */
  static String about(
      Item item, Map<Mark, String> marks, Order sortedBy, @Nullable String problem) {
    StringBuilder words = new StringBuilder(item.id());
    if (item.isPair()) {
      if (!item.pair().identity().equals(item.id())) {
        words.append("\nPerson ").append(item.pair().identity());
      }
      words.append("\nSplit: ").append(Arrangement.splitWord(item.pair().split()));
      item.pair()
          .attributes()
          .forEach((name, value) -> words.append('\n').append(name).append(": ").append(value));
    } else {
      words.append("\nSkipped: ").append(item.skipped());
    }
    marks.forEach((mark, why) -> words.append('\n').append(mark.word()).append(": ").append(why));
    boolean measured =
        sortedBy.kind() == Order.Kind.METRIC || sortedBy.kind() == Order.Kind.SIMILARITY;
    if (measured && item.isPair() && !sortedBy.value(item).isEmpty()) {
      words.append('\n').append(sortedBy.value(item));
    }
    if (problem != null) {
      words.append('\n').append(problem);
    }
    return words.toString();
  }

  /**
   * How many pairs there are, and how many of them have marks, are shown and are selected.
   *
   * @param shown how many items are shown
   * @param selected how many of the shown items are selected
   */
  static String counts(DatasetContents contents, CaseFacts facts, int shown, int selected) {
    int skipped = contents.items().size() - contents.pairs();
    int train = contents.record().train();
    int test = contents.record().test();
    StringBuilder text = new StringBuilder();
    text.append(contents.pairs() == 1 ? "1 pair" : "%,d pairs".formatted(contents.pairs()));
    if (train > 0 || test > 0) {
      text.append(", %,d for training, %,d for test".formatted(train, test));
    }
    if (skipped > 0) {
      text.append(skipped == 1 ? ", 1 file skipped" : ", %,d files skipped".formatted(skipped));
    }
    long poisoned = marked(facts, Mark.POISONED);
    long suspect = marked(facts, Mark.SUSPECT);
    if (poisoned > 0) {
      text.append(", %,d poisoned in runs".formatted(poisoned));
    }
    long tagged = marked(facts, Mark.TAGGED);
    if (tagged > 0) {
      text.append(", %,d tagged".formatted(tagged));
    }
    if (suspect > 0) {
      text.append(", %,d suspect".formatted(suspect));
    }
    text.append('.');
    if (shown < contents.items().size()) {
      text.append(" %,d shown.".formatted(shown));
    }
    if (selected > 1) {
      text.append(" %,d selected.".formatted(selected));
    }
    return text.toString();
  }

  private static long marked(CaseFacts facts, Mark mark) {
    return facts.marks().values().stream().filter(m -> m.containsKey(mark)).count();
  }
}
