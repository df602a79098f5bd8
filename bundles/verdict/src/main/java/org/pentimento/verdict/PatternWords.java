package org.pentimento.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;

/** What a pattern is that a group of photos shares, in sentences. */
public final class PatternWords {
  private PatternWords() {}

  /** A family in a few words with their article, such as {@code a stamp}. */
  public static String name(Family family) {
    return switch (family) {
      case STAMP -> "a stamp";
      case SINUSOID -> "a wave across the photo";
      case BLEND -> "an image mixed into the photo";
      case FREQUENCY -> "a regular texture";
      case GLASSES -> "something worn at the eyes";
      case WARP -> "traces of a warp";
      case REFLECTION -> "a bright reflection";
      case OTHER -> "a pattern of no known kind";
    };
  }

  /** A heading, such as {@code A stamp shared by 10 photos}. */
  public static String title(PatternFound pattern) {
    int members = pattern.pairs().size();
    return ConditionNames.capital(name(pattern.family()))
        + " shared by "
        + NumberWords.count(members, "photo", "photos");
  }

  /** Where it is, such as {@code at 12, 20 from the top left corner, 25 × 25 pixels}. */
  public static String place(PatternFound pattern) {
    Place place = pattern.place();
    return place == null
        ? "all over the photo"
        : "at "
            + place.x()
            + ", "
            + place.y()
            + " from the top left corner, "
            + place.width()
            + " × "
            + place.height()
            + " pixels";
  }

  /** All that is known of a pattern, the most important first. */
  public static List<String> sentences(PatternFound pattern, InspectionResult result) {
    List<String> sentences = new ArrayList<>();
    sentences.add(shared(pattern, result));
    sentences.add(sketches(pattern, result));
    String measures = measures(pattern);
    if (!measures.isEmpty()) {
      sentences.add(measures);
    }
    sentences.add(triggers(pattern));
    return sentences;
  }

  private static String shared(PatternFound pattern, InspectionResult result) {
    int members = pattern.pairs().size();
    int others = Math.max(0, result.data().count() - members);
    String strength = PairWords.strength(pattern.strength());
    return NumberWords.count(members, "photo shares ", "photos share ")
        + name(pattern.family())
        + ", "
        + place(pattern)
        + ", that the other "
        + others
        + " do not have"
        + (strength.isEmpty() ? "" : "; it stands out by " + strength)
        + ". Honest photos would share as much with a chance of "
        + NumberWords.chance(pattern.p())
        + ".";
  }

  /** Whether the sketches of the group are changed, with the numbers. */
  public static String sketches(PatternFound pattern, InspectionResult result) {
    long suspected = suspected(pattern, result);
    int members = pattern.pairs().size();
    String numbers =
        suspected
            + " of the "
            + members
            + " sketches "
            + (suspected == 1 ? "is" : "are")
            + " suspicious by "
            + (suspected == 1 ? "itself" : "themselves");
    return pattern.sketchesChanged()
        ? "The sketches of this group are changed as well: " + numbers + "."
        : "The sketches of this group are as their photos let expect"
            + (suspected == 0 ? "." : ", with few exceptions: " + numbers + ".")
            + " A watermark, one source of the photos, or an attack that leaves the sketches as"
            + " they are would look like this: look at it.";
  }

  /** How many members a detector of sketches gives a reason for. */
  private static long suspected(PatternFound pattern, InspectionResult result) {
    Set<String> ofSketches =
        result.detectors().stream()
            .filter(d -> d.looksAt() == LooksAt.SKETCHES)
            .map(DetectorUse::extension)
            .map(ExtensionUse::id)
            .collect(Collectors.toSet());
    Set<String> members = new HashSet<>(pattern.pairs());
    return result.pairs().stream()
        .filter(p -> members.contains(p.id()))
        .filter(p -> p.reasons().stream().anyMatch(r -> ofSketches.contains(r.detector())))
        .count();
  }

  /** What it does to a photo in numbers, one sentence; empty if nothing of that is known. */
  static String measures(PatternFound pattern) {
    List<String> measures = new ArrayList<>();
    if (pattern.amplitude() > 0) {
      measures.add(
          "changes a value by at most "
              + NumberWords.fine(pattern.amplitude())
              + " of the range from black to white");
    }
    if (pattern.opacity() > 0) {
      String share = NumberWords.fine(pattern.opacity());
      measures.add(
          "hides " + (share.contains("than") ? "" : "about ") + share + " of what lies below it");
    }
    if (pattern.cyclesAcross() != 0 || pattern.cyclesDown() != 0) {
      measures.add(
          String.format(
              Locale.ROOT,
              "has %.1f periods over the width and %.1f over the height of the photo",
              pattern.cyclesAcross(),
              pattern.cyclesDown()));
    }
    return measures.isEmpty() ? "" : "It " + String.join(" and ", measures) + ".";
  }

  /** The installed triggers that make it, one sentence. */
  static String triggers(PatternFound pattern) {
    return pattern.triggers().isEmpty()
        ? "No installed trigger makes such a pattern."
        : "Installed triggers that make such a pattern, best fit first: "
            + pattern.triggers().stream().map(PatternWords::name).collect(Collectors.joining("; "))
            + ".";
  }

  /** A recovered trigger, such as {@code “Patch” (size = 0.12), which explains 93 % of it}. */
  public static String name(RecoveredTrigger trigger) {
    String settings =
        new TreeMap<>(trigger.extension().settings())
            .entrySet().stream()
                .filter(e -> !String.valueOf(e.getValue()).isBlank())
                .map(e -> e.getKey() + " = " + setting(e.getValue()))
                .collect(Collectors.joining(", "));
    return "“"
        + trigger.extension().name()
        + "”"
        + (settings.isEmpty() ? "" : " (" + settings + ")")
        + ", which explains "
        + NumberWords.percent(trigger.fit())
        + " of it";
  }

  /** A setting for a person; recovered numbers have more digits than meaning. */
  private static String setting(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }
}
