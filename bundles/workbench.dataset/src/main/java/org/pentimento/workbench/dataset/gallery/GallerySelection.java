package org.pentimento.workbench.dataset.gallery;

import java.util.BitSet;
import java.util.Comparator;

/**
 * Which items of the gallery are selected. The lead is the item with the keyboard's focus; a range
 * extends from the anchor to the lead. Items that a filter hides stay selected, but are not given
 * out as long as they are hidden.
 */
final class GallerySelection {
  private final BitSet selected = new BitSet();
  private ShownItems shown = ShownItems.NONE;
  private int lead = -1;
  private int anchor = -1;

  /** Forgets everything; no item is shown any more. */
  void clear() {
    selected.clear();
    shown = ShownItems.NONE;
    lead = -1;
    anchor = -1;
  }

  /** Takes note of which items are shown. */
  void show(ShownItems items) {
    shown = items;
  }

  /** The number of the item that has the focus, -1 if none has. */
  int lead() {
    return lead;
  }

  /** Where the item with the focus is shown, -1 if it is not. */
  int leadPlace() {
    return shown.place(lead);
  }

  boolean isSelected(int number) {
    return selected.get(number);
  }

  /** The numbers of the selected items that are shown, in the order shown. */
  int[] numbers() {
    return selected.stream()
        .filter(number -> shown.place(number) >= 0)
        .boxed()
        .sorted(Comparator.comparingInt(shown::place))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Selects one item, shown or not, and nothing else. */
  void select(int number) {
    selected.clear();
    selected.set(number);
    lead = number;
    anchor = number;
  }

  /** Selects everything that is shown, and nothing else. */
  void selectAll() {
    selected.clear();
    for (int place = 0; place < shown.count(); place++) {
      selected.set(shown.at(place));
    }
  }

  /** Selects the range from the anchor to a place, and nothing else; the anchor stays. */
  void extendTo(int place) {
    int anchored = shown.place(anchor);
    int from = anchored < 0 ? place : anchored;
    selected.clear();
    for (int i = Math.min(from, place); i <= Math.max(from, place); i++) {
      selected.set(shown.at(i));
    }
    lead = shown.at(place);
  }

  /** Adds the item at a place to the selection or takes it out. */
  void flip(int place) {
    lead = shown.at(place);
    anchor = lead;
    selected.flip(lead);
  }

  /** Adds the item with the focus to the selection or takes it out; the anchor stays. */
  void flipLead() {
    if (lead >= 0) {
      selected.flip(lead);
    }
  }
}
