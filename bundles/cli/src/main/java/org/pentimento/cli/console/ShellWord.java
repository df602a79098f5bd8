package org.pentimento.cli.console;

/** A word of a command that a person is to type. */
public final class ShellWord {
  private ShellWord() {}

  /** The word as a POSIX shell reads it: in quotes where it has spaces or other signs. */
  public static String of(Object word) {
    String text = String.valueOf(word);
    return text.matches("[\\p{L}\\p{N}_./:@%+=,-]+")
        ? text
        : "'" + text.replace("'", "'\\''") + "'";
  }
}
