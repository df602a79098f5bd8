package org.pentimento.cli.dropin;

import org.jspecify.annotations.Nullable;

/** Makes what a stranger wrote fit for one line of a terminal. */
public final class PlainText {
  private static final int MOST = 400;

  private PlainText() {}

  /** The text without characters that are no text, cut where it is too long. */
  public static String of(@Nullable String text) {
    StringBuilder plain = new StringBuilder();
    String.valueOf(text)
        .codePoints()
        .limit(MOST + 1L)
        .forEach(c -> plain.appendCodePoint(shown(c)));
    return plain.length() > MOST ? plain.substring(0, MOST) + "…" : plain.toString();
  }

  private static int shown(int c) {
    int type = Character.getType(c);
    if (Character.isWhitespace(c)) {
      return ' ';
    }
    return type == Character.CONTROL
            || type == Character.SURROGATE
            || type == Character.FORMAT
            || type == Character.UNASSIGNED
        ? '?'
        : c;
  }
}
