package org.pentimento.workbench.diagnostics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes names and paths out of a text: those that are known, whatever looks like a path or like the
 * name of a file, and whatever stands between quotation marks. Rather too much than too little; the
 * skeleton of a message and the lines of a stack trace stay.
 */
final class Scrubber {
  private static final int WITHIN_WORDS_FROM = 4;
  private static final String NAME = "‹name›";
  private static final String PATH = "‹path›";
  private static final String FILE = "‹file›";

  /** A path may contain anything but the end of the line. */
  private static final Pattern PATHS =
      Pattern.compile("(?<![\\p{L}\\p{N}/)])(?:[a-z]+:)?(?:~?/+|\\p{Alpha}:\\\\)[^\\s/].*");

  private static final Pattern QUOTED =
      Pattern.compile(
          "“[^”\\n"
              + "]*”|‘[^’\\n"
              + "]*’|\"[^\"\\n"
              + "]*\"|`[^`\\n"
              + "]*`|(?<![\\p{L}\\p{N}])'[^'\\n"
              + "]*'(?![\\p{L}])");

  private static final Pattern FILES =
      Pattern.compile(
          "\\S*\\.(?i:png|jpe?g|bmp|gif|tiff?|webp|pgm|ppm|onnx|h5|keras|zip|csv|tsv|xlsx?|pdf|html?"
              + "|json|ya?ml|txt|case|mat|npy)(?!\\.?[\\p{L}\\p{N}])");

  /** Names of pairs and of models have folders and slashes in them. */
  private static final Pattern SLASHED =
      Pattern.compile("(?<![\\p{L}\\p{N}.$])[\\p{L}\\p{N}_.+-]+(?:/[\\p{L}\\p{N}_.+-]+)+");

  private final List<Pattern> known;

  private Scrubber(List<Pattern> known) {
    this.known = known;
  }

  /**
   * A scrubber.
   *
   * @param names of persons, cases, data sets, folders and machines, that may not be left in any
   *     text; blank ones and single letters count for nothing
   */
  static Scrubber of(Collection<String> names) {
    return new Scrubber(
        names.stream()
            .map(String::strip)
            .filter(name -> name.length() > 1)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Scrubber::pattern)
            .collect(Collectors.toList()));
  }

  /** Short names count as whole words only: “al” is not to be taken out of “fatal”. */
  private static Pattern pattern(String name) {
    String quoted = Pattern.quote(name);
    String sought =
        name.length() < WITHIN_WORDS_FROM
            ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])"
            : quoted;
    return Pattern.compile(sought, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The text without names and paths, with as many lines. */
  String scrub(String text) {
    return text.lines().map(this::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(String line) {
    String left = line;
    if (!line.strip().startsWith("at ")) { // of a stack trace: classes, no files of the user
      left = PATHS.matcher(left).replaceAll(Matcher.quoteReplacement(PATH));
      left = QUOTED.matcher(left).replaceAll(Matcher.quoteReplacement(NAME));
      left = FILES.matcher(left).replaceAll(Matcher.quoteReplacement(FILE));
      left = SLASHED.matcher(left).replaceAll(Matcher.quoteReplacement(NAME));
    }
    for (Pattern name : known) {
      left = name.matcher(left).replaceAll(Matcher.quoteReplacement(NAME));
    }
    return left;
  }
}
