package org.pentimento.verdict;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Models and losses as a person calls them. Inside a case a model has a name such as {@code
 * run-1/fcn/1/s1/poisoned}: run, generator, number of the attack in the plan, seed, and what it was
 * trained on.
 */
public final class TrainingWords {
  private static final Pattern MODEL =
      Pattern.compile(
          "(?<![\\w/.-])(?:(?<run>run-\\d+)/)?(?<shadow>shadow/)?(?<generator>[a-z][a-z0-9-]*)"
              + "/(?:(?<attack>clean|\\d+)/)?s(?<seed>\\d+)(?:/(?<subject>clean|poisoned))?"
              + "(?![\\w/]|\\.\\w)");

  /** Ids as short as this are abbreviations. */
  private static final int ABBREVIATION = 4;

  private TrainingWords() {}

  /**
   * A text with the names of trained models in words, such as “FCN, poisoned by attack 1, seed 1
   * (run 1)”. Names that are made otherwise, such as those of imported models, stay as they are.
   */
  public static String inWords(String text) {
    return MODEL.matcher(text).replaceAll(match -> Matcher.quoteReplacement(words(match)));
  }

  private static String words(MatchResult match) {
    @Nullable String run = match.group(1);
    @Nullable String attack = match.group(4);
    @Nullable String subject = match.group(6);
    StringBuilder words = new StringBuilder();
    if (match.group(2) != null) {
      words.append("shadow model ");
    }
    String generator = match.group(3);
    words.append(
        generator.length() <= ABBREVIATION
            ? generator.toUpperCase(Locale.ROOT)
            : generator.replace('-', ' '));
    if ("clean".equals(attack) || "clean".equals(subject)) {
      words.append(", clean");
    } else if ("poisoned".equals(subject)) {
      words.append(", poisoned");
      if (attack != null) {
        words.append(" by attack ").append(attack);
      }
    } else if (attack != null) {
      words.append(", attack ").append(attack);
    }
    words.append(", seed ").append(match.group(5));
    if (run != null) {
      words.append(" (").append(run.replace('-', ' ')).append(')');
    }
    return words.toString();
  }

  /** How a model's file orders the numbers of an image, in words; other settings stay. */
  public static String setting(String value) {
    return switch (value) {
      case "nchw" -> "channel by channel";
      case "nhwc" -> "the channels of a pixel side by side";
      default -> value;
    };
  }

  /** What training makes small, by the name that a generator gives it. */
  public static String loss(String name) {
    return name.equalsIgnoreCase("l1") ? "difference from the true sketch" : name.replace('-', ' ');
  }
}
