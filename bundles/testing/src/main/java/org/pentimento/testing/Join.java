package org.pentimento.testing;

import java.util.ArrayList;
import java.util.List;

/** Several lists of checks as one. */
final class Join {
  private Join() {}

  @SafeVarargs
  static List<Check> of(List<Check>... lists) {
    List<Check> all = new ArrayList<>();
    for (List<Check> list : lists) {
      all.addAll(list);
    }
    return all;
  }
}
