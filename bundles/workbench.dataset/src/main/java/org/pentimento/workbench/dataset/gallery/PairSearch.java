package org.pentimento.workbench.dataset.gallery;

import org.pentimento.workbench.dataset.contents.DatasetContents;

/** Finds a shown item by what a person types: an id, a part of one, or a position. */
final class PairSearch {
  private PairSearch() {}

  /**
   * The number of the item that is meant: the one with exactly this id, else the one at this
   * position (counted from 1), else the first whose id begins with the text, else the first whose
   * id contains it. Upper and lower case are equal but in an exact id.
   *
   * @return -1 if no shown item fits
   */
  static int find(String text, DatasetContents contents, ShownItems shown) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return -1;
    }
    Integer exact = contents.numbers().get(wanted);
    if (exact != null && shown.place(exact) >= 0) {
      return exact;
    }
    if (wanted.matches("[0-9]{1,9}")) {
      int place = Integer.parseInt(wanted) - 1;
      if (place >= 0 && place < shown.count()) {
        return shown.at(place);
      }
    }
    int part = -1;
    for (int place = 0; place < shown.count(); place++) {
      String id = contents.items().get(shown.at(place)).id();
      if (id.regionMatches(true, 0, wanted, 0, wanted.length())) {
        return shown.at(place);
      } else if (part < 0 && containsIgnoringCase(id, wanted)) {
        part = shown.at(place);
      }
    }
    return part;
  }

  private static boolean containsIgnoringCase(String text, String part) {
    for (int i = 0; i + part.length() <= text.length(); i++) {
      if (text.regionMatches(true, i, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }
}
