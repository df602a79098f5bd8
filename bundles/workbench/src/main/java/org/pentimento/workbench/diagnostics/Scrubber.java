package org.pentimento.workbench.diagnostics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes names and paths out of a text: those that are known, whatever looks like a path or like the
 * name of a file, and whatever stands between quotation marks. Rather too much than too little; the
 * skeleton of a message, the lines of a stack trace, versions, and the names of classes and bundles
 * that everybody has stay.
 */
final class Scrubber {
  private static final int WITHIN_WORDS_FROM = 6;
  private static final String NAME = "‹name›";
  private static final String PATH = "‹path›";
  private static final String FILE = "‹file›";

  /** A path may contain anything but the end of the line. */
  private static final Pattern PATHS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}\uE000-\uF8FF/)])(?:[a-z]+:)?(?:~?/+|\\p{Alpha}:\\\\)[^\\s/].*");

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

  /**
   * Names of classes and bundles that everybody has, as in “org.eclipse.swt” or “o.p.jobs.Child”.
   */
  private static final Pattern PUBLIC =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_./\\\\-])"
              + "(?:org\\.(?:pentimento|eclipse|apache|osgi|slf4j|nd4j|deeplearning4j|bytedeco|w3c|xml)"
              + "|o\\.(?:p|e|a)|javax?|jdk|sun|com\\.(?:sun|fasterxml)|ch\\.qos)"
              + "(?:\\.[\\p{L}\\p{N}_$]+)+");

  /** One letter that no text has stands for each public name of a line meanwhile. */
  private static final char FIRST_MASK = '\uE000';

  private static final char LAST_MASK = '\uF8FF';
  private static final Pattern MASKS_ALONE = Pattern.compile(".[\uE000-\uF8FF ,;:]+.");

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

  /**
   * Short names count as whole words only: “al” is not to be taken out of “fatal”; nor is a number
   * out of a version.
   */
  private static Pattern pattern(String name) {
    String quoted = Pattern.quote(name);
    boolean number = name.chars().noneMatch(Character::isLetter);
    String sought =
        number || name.length() < WITHIN_WORDS_FROM
            ? "(?<![\\p{L}\\p{N}])(?<!\\p{N}\\.)" + quoted + "(?![\\p{L}\\p{N}]|\\.\\p{N})"
            : quoted;
    return Pattern.compile(sought, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The text without names and paths, with as many lines. */
  String scrub(String text) {
    return text.lines().map(this::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(String line) {
    List<String> masked = new ArrayList<>();
    String left =
        PUBLIC
            .matcher(line.replaceAll("[\uE000-\uF8FF]", ""))
            .replaceAll(
                found -> {
                  masked.add(found.group());
                  return String.valueOf((char) Math.min(FIRST_MASK + masked.size() - 1, LAST_MASK));
                });
    if (!line.strip().startsWith("at ")) { // of a stack trace: classes, no files of the user
      left = PATHS.matcher(left).replaceAll(Matcher.quoteReplacement(PATH));
      left =
          QUOTED
              .matcher(left)
              .replaceAll(
                  quoted ->
                      MASKS_ALONE.matcher(quoted.group()).matches()
                          ? Matcher.quoteReplacement(quoted.group())
                          : NAME);
      left = FILES.matcher(left).replaceAll(Matcher.quoteReplacement(FILE));
      left = SLASHED.matcher(left).replaceAll(Matcher.quoteReplacement(NAME));
    }
    for (Pattern name : known) {
      left = name.matcher(left).replaceAll(Matcher.quoteReplacement(NAME));
    }
    StringBuilder whole = new StringBuilder();
    for (char c : left.toCharArray()) {
      int mask = c - FIRST_MASK;
      whole.append(mask >= 0 && mask < masked.size() ? masked.get(mask) : String.valueOf(c));
    }
    return whole.toString();
  }
}
