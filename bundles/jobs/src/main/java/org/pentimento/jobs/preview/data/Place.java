package org.pentimento.jobs.preview.data;

import java.util.function.IntFunction;

/**
 * Where a pair stands among others.
 *
 * @param position counted from 0, -1 if it is not among them
 * @param count how many there are
 * @param first id of the first
 * @param previous id of the one before, empty at the beginning
 * @param next id of the one behind, empty at the end
 * @param last id of the last
 */
record Place(int position, int count, String first, String previous, String next, String last) {
  static final Place NOWHERE = new Place(-1, 0, "", "", "", "");

  /** The place of the pair with a number, counted from 0. */
  static Place of(int number, int count, IntFunction<String> id) {
    return new Place(
        number,
        count,
        id.apply(0),
        number > 0 ? id.apply(number - 1) : "",
        number < count - 1 ? id.apply(number + 1) : "",
        id.apply(count - 1));
  }
}
