package org.pentimento.workbench.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The words of a search. A text has them if each occurs in it, in capital or small letters.
 *
 * @param words in small letters, without blanks
 */
public record SearchWords(List<String> words) {
  /** Characters around a word that is shown with the text that has it. */
  private static final int AROUND = 70;

  /** The words that a person typed, parted by blanks. */
  public static SearchWords of(String typed) {
    return new SearchWords(
        Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList());
  }

  /** Whether nothing is sought, so that every text has the words. */
  public boolean none() {
    return words.isEmpty();
  }

  /** Whether a text has all of them. */
  public boolean in(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(small::contains);
  }

  /** The stretch of a text around the first of the words, on one line. */
  public String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    String small = line.toLowerCase(Locale.ROOT);
    int at = words.isEmpty() ? 0 : Math.max(0, small.indexOf(words.get(0)));
    int from = Math.max(0, Math.min(at, line.length()) - AROUND);
    int to = Math.min(line.length(), Math.max(from, at) + 2 * AROUND);
    return (from > 0 ? "… " : "") + line.substring(from, to) + (to < line.length() ? " …" : "");
  }
}
