package org.pentimento.workbench.explorer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences as short as a line of the tree. */
final class ShortWords {
  private static final int LONGEST = 64;
  private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.+?[.!?]) ", Pattern.DOTALL);

  private ShortWords() {}

  /** The first sentence of a text, cut between two words where it is long. */
  static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    Matcher found = FIRST_SENTENCE.matcher(text);
    String first = found.find() ? found.group(1) : text;
    if (first.length() <= LONGEST) {
      return first;
    }
    int end = first.lastIndexOf(' ', LONGEST);
    return first.substring(0, end > 0 ? end : LONGEST) + " …";
  }
}
