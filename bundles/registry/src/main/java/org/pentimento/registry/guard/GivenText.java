package org.pentimento.registry.guard;

/** GivenText that extensions give, which are printed, stored and sent as they are. */
final class GivenText {
  private GivenText() {}

  /** Refuses a text that is null or longer than that, or has control characters or half pairs. */
  static void check(String what, String text, int longest) throws UnusableAnswerException {
    if (text == null) {
      throw new UnusableAnswerException("it gave no " + what);
    }
    if (text.length() > longest) {
      throw new UnusableAnswerException(
          "it gave a "
              + what
              + " of "
              + text.length()
              + " characters, "
              + longest
              + " are allowed");
    }
    if (!isPlain(text)) {
      throw new UnusableAnswerException(
          "it gave a " + what + " with control characters or half characters in it");
    }
  }

  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069));
  }

  /** A text as it may be shown: what is not plain is left out, the rest cut to a length. */
  static String plain(String text, int longest) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .forEach(c -> plain.append(isPlain(Character.toString(c)) ? Character.toString(c) : " "));
    return plain.toString().strip() + (text.length() > longest ? " …" : "");
  }
}
