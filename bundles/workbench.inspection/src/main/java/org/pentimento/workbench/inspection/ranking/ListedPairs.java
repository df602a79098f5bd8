package org.pentimento.workbench.inspection.ranking;

import java.util.BitSet;
import java.util.List;
import org.pentimento.casefile.result.InspectedPair;

/**
 * The pairs that are listed, and which of them are selected. The lead is the place with the
 * keyboard's focus; a range extends from the anchor to the lead.
 */
final class ListedPairs {
  private List<InspectedPair> pairs = List.of();
  private final BitSet selected = new BitSet();
  private int lead = -1;
  private int anchor = -1;

  /** Lists pairs; those that were selected stay so, and without any the first is. */
  void show(List<InspectedPair> listed) {
    List<InspectedPair> before = selection();
    pairs = List.copyOf(listed);
    selected.clear();
    before.stream().mapToInt(pairs::indexOf).filter(i -> i >= 0).forEach(selected::set);
    if (selected.isEmpty() && !pairs.isEmpty()) {
      selected.set(0);
    }
    lead = selected.nextSetBit(0);
    anchor = lead;
  }

  int size() {
    return pairs.size();
  }

  InspectedPair at(int place) {
    return pairs.get(place);
  }

  /** The place of a pair, -1 if it is not listed. */
  int place(String id) {
    for (int i = 0; i < pairs.size(); i++) {
      if (pairs.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** The place with the focus, -1 if there is none. */
  int lead() {
    return lead;
  }

  boolean isSelected(int place) {
    return selected.get(place);
  }

  /** The selected pairs in the order listed. */
  List<InspectedPair> selection() {
    return selected.stream().filter(i -> i < pairs.size()).mapToObj(pairs::get).toList();
  }

  List<InspectedPair> all() {
    return pairs;
  }

  /** Selects one place and nothing else. */
  void select(int place) {
    selected.clear();
    selected.set(place);
    lead = place;
    anchor = place;
  }

  /** Selects the range from the anchor to a place, and nothing else. */
  void extendTo(int place) {
    int from = Math.max(0, anchor);
    selected.clear();
    selected.set(Math.min(from, place), Math.max(from, place) + 1);
    lead = place;
  }

  /** Adds a place to the selection or takes it out. */
  void flip(int place) {
    selected.flip(place);
    lead = place;
    anchor = place;
  }

  void selectAll() {
    selected.set(0, pairs.size());
  }
}
