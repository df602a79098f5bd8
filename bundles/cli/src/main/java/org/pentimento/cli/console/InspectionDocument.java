package org.pentimento.cli.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.PairWords;

/**
 * What an inspection found, as {@code inspect dataset --json} prints it. Words of the domain are in
 * lower case, joined by hyphens.
 *
 * @param verdict on the set
 * @param set the set as a whole
 * @param pairs most suspicious first, ids as in the listing of the data set
 * @param pattern the strongest pattern that photos share; null if there is none
 * @param patterns all of them
 * @param falseAlarms asked for and measured
 * @param threshold of the scores; null where there is no score
 * @param detectors that were asked
 * @param power what a self-test on comparable material found; null if there is none
 * @param noPower why there is none; empty if there is one
 * @param notLookedAt what was not looked at and why, in sentences
 * @param blindTo what the detectors that spoke cannot find, in sentences
 * @param skipped pairs that could not be read and why, by id
 * @param leftOutAtImport files that became part of no pair when the data set was imported and why
 * @param cleaned name of the data set without the flagged pairs; null if none was made
 * @param run id of the inspection in the case
 */
public record InspectionDocument(
    String verdict,
    SetScore set,
    List<ScoredPair> pairs,
    @Nullable Pattern pattern,
    List<Pattern> patterns,
    FalseAlarms falseAlarms,
    @Nullable Double threshold,
    List<AskedDetector> detectors,
    @Nullable QuotedPower power,
    String noPower,
    List<String> notLookedAt,
    List<String> blindTo,
    Map<String, String> skipped,
    Map<String, String> leftOutAtImport,
    @Nullable String cleaned,
    String run) {

  /**
   * The set as a whole.
   *
   * @param p how probable it is that an honest set looks as suspicious
   * @param expectedFalse how many honest pairs are flagged if as many are as was asked for
   */
  public record SetScore(double p, double expectedFalse) {}

  /**
   * A pair.
   *
   * @param id in the listing
   * @param score 1 at the threshold
   * @param p share of honest pairs that are as suspicious
   * @param flagged whether it is called poison
   * @param quality honest oddities, such as {@code duplicate}
   * @param oddities the same with what they are
   * @param reasons strongest first
   */
  public record ScoredPair(
      String id,
      double score,
      double p,
      boolean flagged,
      List<String> quality,
      List<Oddity> oddities,
      List<Reason> reasons) {}

  /**
   * An honest oddity.
   *
   * @param kind what it is
   * @param others ids of the pairs that it is odd together with
   * @param text a sentence
   */
  public record Oddity(String kind, List<String> others, String text) {}

  /**
   * A reason.
   *
   * @param detector id of the detector that gives it
   * @param score in robust standard deviations of honest pairs
   * @param kind of the reason
   * @param text a sentence
   */
  public record Reason(String detector, double score, String kind, String text) {}

  /**
   * What photos share.
   *
   * @param family what it looks like
   * @param trigger id of the installed trigger that fits best; null if none does
   * @param settings of that trigger, as a plan takes them
   * @param place left, top, width and height in pixels of the photos as they were given; null if
   *     everywhere
   * @param image PNG of the mean difference; middle grey stands for no change
   * @param pairs ids of the pairs whose photos carry it
   * @param sketchesChanged whether their sketches are changed as well
   */
  public record Pattern(
      String family,
      @Nullable String trigger,
      Map<String, Object> settings,
      @Nullable List<Integer> place,
      String image,
      List<String> pairs,
      boolean sketchesChanged) {}

  /**
   * The rate of false alarms.
   *
   * @param requested as asked for
   * @param measured by a self-test on comparable material; null if there is none
   * @param interval that holds the measured one with 95 %; null if there is none
   */
  public record FalseAlarms(
      double requested, @Nullable Double measured, @Nullable List<Double> interval) {}

  /**
   * A detector.
   *
   * @param id of the detector
   * @param version of the detector
   * @param settings all of them
   * @param looksAt what it looks at
   * @param blindTo what it cannot find
   * @param problem why it says nothing; empty if it spoke
   */
  public record AskedDetector(
      String id,
      String version,
      Map<String, Object> settings,
      String looksAt,
      String blindTo,
      String problem) {}

  /**
   * A result for people's programs.
   *
   * @param run id of the inspection
   * @param blobs of the case, which hold the pictures
   */
  public static InspectionDocument of(InspectionResult result, String run, Blobs blobs)
      throws IOException {
    List<Pattern> patterns = new ArrayList<>();
    for (PatternFound pattern : result.patterns()) {
      patterns.add(pattern(pattern, blobs));
    }
    QuotedPower power = result.power();
    return new InspectionDocument(
        result.verdict().word(),
        new SetScore(result.p(), result.expectedFalse()),
        result.pairs().stream().map(InspectionDocument::pair).toList(),
        patterns.isEmpty() ? null : patterns.get(0),
        patterns,
        new FalseAlarms(
            result.falseAlarms(),
            power == null ? null : power.falseAlarms().value(),
            power == null ? null : List.of(power.falseAlarms().low(), power.falseAlarms().high())),
        result.threshold(),
        result.detectors().stream()
            .map(
                d ->
                    new AskedDetector(
                        d.extension().id(),
                        d.extension().version(),
                        d.extension().settings(),
                        word(d.looksAt()),
                        d.blindTo(),
                        d.problem()))
            .toList(),
        power,
        power == null ? String.join(" ", InspectionWords.worth(result)) : "",
        InspectionWords.notLookedAt(result),
        InspectionWords.blindTo(result),
        result.data().skipped(),
        result.data().leftOutAtImport(),
        result.cleaned(),
        run);
  }

  private static ScoredPair pair(InspectedPair pair) {
    return new ScoredPair(
        pair.id(),
        pair.score(),
        pair.p(),
        pair.flagged(),
        pair.qualities().stream().map(q -> word(q.oddity())).distinct().toList(),
        pair.qualities().stream()
            .map(q -> new Oddity(word(q.oddity()), q.others(), PairWords.quality(q)))
            .toList(),
        pair.reasons().stream()
            .map(r -> new Reason(r.detector(), r.score(), word(r.kind()), PairWords.reason(r)))
            .toList());
  }

  private static Pattern pattern(PatternFound pattern, Blobs blobs) throws IOException {
    RecoveredTrigger best = pattern.triggers().isEmpty() ? null : pattern.triggers().get(0);
    Place place = pattern.place();
    return new Pattern(
        word(pattern.family()),
        best == null ? null : best.extension().id(),
        best == null ? Map.of() : settings(best, blobs),
        place == null ? null : List.of(place.x(), place.y(), place.width(), place.height()),
        blobs.path(pattern.image()).toString(),
        pattern.pairs(),
        pattern.sketchesChanged());
  }

  /** With the picture that the trigger needs, where it needs one. */
  private static Map<String, Object> settings(RecoveredTrigger trigger, Blobs blobs)
      throws IOException {
    Map<String, Object> settings = new TreeMap<>(trigger.extension().settings());
    String parameter = trigger.imageParameter();
    String image = trigger.image();
    if (parameter != null && image != null) {
      settings.put(parameter, blobs.path(image).toString());
    }
    return settings;
  }

  /** A constant in lower case, its words joined by hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
