package org.pentimento.casefile.result;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds enum constants by the words that results use for them. */
final class Spelling {
  private Spelling() {}

  static <E extends Enum<E>> E find(E[] values, Function<E, String> word, String wanted) {
    for (E value : values) {
      if (word.apply(value).equals(wanted)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + wanted
            + "' is none of "
            + Arrays.stream(values).map(word).collect(Collectors.joining(", ")));
  }
}
