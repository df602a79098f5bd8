package org.pentimento.casefile.store;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pentimento.api.BadInputException;

/** Names that become folders of a case, safe on every file system. */
public final class PlainNames {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M} ._+-]{0,98}[\\p{L}\\p{N}\\p{M}_+-])?");
  private static final Set<String> RESERVED =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private PlainNames() {}

  /** Whether a name has 1 to 100 letters, digits, spaces, {@code . _ + -}, and fits any system. */
  public static boolean isPlain(String name) {
    int dot = name.indexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return PLAIN.matcher(name).matches() && !RESERVED.contains(stem.toLowerCase(Locale.ROOT));
  }

  /**
   * Refuses a name that is not plain.
   *
   * @param what is named, such as {@code data set}
   * @throws BadInputException if it is not
   */
  public static void check(String what, String name) throws BadInputException {
    if (!isPlain(name)) {
      throw new BadInputException(
          "The " + what + " name '" + name + "' cannot be used for a folder.",
          "Use up to 100 letters, digits, spaces, '.', '_', '+' and '-', starting with a letter or"
              + " digit.");
    }
  }
}
