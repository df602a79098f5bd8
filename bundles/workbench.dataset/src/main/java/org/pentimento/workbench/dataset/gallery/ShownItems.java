package org.pentimento.workbench.dataset.gallery;

import java.util.Arrays;

/**
 * Which items the gallery shows, and where. An item's number says which one it is; its place,
 * counted from 0, says where it is shown.
 */
final class ShownItems {
  /** Nothing is shown. */
  static final ShownItems NONE = new ShownItems(new int[0], 0);

  private final int[] numbers;
  private final int[] places;

  /**
   * Keeps an order.
   *
   * @param numbers the numbers of the shown items, by place
   * @param all how many items there are, shown or not
   */
  ShownItems(int[] numbers, int all) {
    this.numbers = numbers.clone();
    places = new int[all];
    Arrays.fill(places, -1);
    for (int place = 0; place < numbers.length; place++) {
      places[numbers[place]] = place;
    }
  }

  /** How many items are shown. */
  int count() {
    return numbers.length;
  }

  /** The number of the item at a place. */
  int at(int place) {
    return numbers[place];
  }

  /** Where an item is shown, -1 if it is not. */
  int place(int number) {
    return number >= 0 && number < places.length ? places[number] : -1;
  }
}
