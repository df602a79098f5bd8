package org.pentimento.cli.console;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.result.SharedPairs;
import org.pentimento.casefile.result.SharedPairs.Shared;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.QuotedModelPower;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.verdict.ModelInspectionWords;

/**
 * What an inspection of a model found, as {@code inspect model --json} prints it. Words of the
 * domain are in lower case, joined by hyphens.
 *
 * @param verdict on the model
 * @param score estimate of the probability that it hides a backdoor if half of all models did, in
 *     [.001, .999]; null if there is none
 * @param axes the answers, by {@code secondMode}, {@code harmWithoutTrigger} and {@code trigger}
 * @param looks what was measured
 * @param detectors that were asked
 * @param notLookedAt what was not looked at and why, in sentences
 * @param blindTo what the detectors that spoke cannot find, in sentences
 * @param sharedPairs trusted pairs that are bound to others, which weakens what shadows say
 * @param power what a self-test on comparable models found; null if there is none
 * @param problem why there is no score; empty if there is one
 * @param run id of the inspection in the case
 */
public record ModelInspectionDocument(
    String verdict,
    @Nullable Double score,
    Map<String, Answer> axes,
    List<Measurement> looks,
    List<AskedDetector> detectors,
    List<String> notLookedAt,
    List<String> blindTo,
    List<Shared> sharedPairs,
    @Nullable QuotedModelPower power,
    String problem,
    String run) {

  /**
   * An answer.
   *
   * @param evidence the answer
   * @param p corrected for the number of looks; null if nothing was measured
   * @param leastP the least that could have been reached; null if nothing was measured
   * @param effect what the strongest look measured; null if nothing was measured
   * @param unit of the effect; null if nothing was measured
   * @param family of the shown trigger; null for other questions or if none is shown
   * @param settings of the installed trigger that fits it best
   * @param place left, top, width and height in pixels of the photos; null if everywhere
   * @param image PNG of the trigger; null if none is shown
   */
  public record Answer(
      String evidence,
      @Nullable Double p,
      @Nullable Double leastP,
      @Nullable Double effect,
      @Nullable String unit,
      @Nullable String family,
      @Nullable Map<String, Object> settings,
      @Nullable List<Integer> place,
      @Nullable String image) {}

  /** What a look measured; p is null without enough shadow models. */
  public record Measurement(
      String detector,
      String look,
      @Nullable Double suspect,
      List<Double> shadows,
      @Nullable Double p,
      String problem) {}

  /** A detector; its problem is empty if it spoke. */
  public record AskedDetector(
      String id, String version, Map<String, Object> settings, String blindTo, String problem) {}

  /**
   * A result for people's programs.
   *
   * @param run id of the inspection
   * @param blobs of the case, which hold the pictures
   */
  public static ModelInspectionDocument of(ModelInspectionResult result, String run, Blobs blobs)
      throws IOException {
    Map<String, Answer> axes = new LinkedHashMap<>();
    for (AxisFound axis : result.axes()) {
      switch (axis.axis()) {
        case SECOND_MODE -> axes.put("secondMode", answer(axis, result, null, blobs));
        case HARM_WITHOUT_TRIGGER ->
            axes.put("harmWithoutTrigger", answer(axis, result, null, blobs));
        case SHOWN_TRIGGER ->
            axes.put(
                "trigger",
                answer(
                    axis,
                    result,
                    result.triggers().isEmpty() ? null : result.triggers().get(0),
                    blobs));
      }
    }
    SharedPairs shared = result.trusted().shared();
    return new ModelInspectionDocument(
        result.verdict().word(),
        result.score(),
        axes,
        result.looks().stream().map(ModelInspectionDocument::measurement).toList(),
        result.detectors().stream()
            .map(
                d ->
                    new AskedDetector(
                        d.extension().id(),
                        d.extension().version(),
                        d.extension().settings(),
                        d.blindTo(),
                        d.problem()))
            .toList(),
        ModelInspectionWords.notLookedAt(result),
        ModelInspectionWords.blindTo(result),
        shared == null ? List.of() : shared.pairs(),
        result.power(),
        result.noScore() == null ? "" : ModelInspectionWords.verdict(result).words(),
        run);
  }

  private static Measurement measurement(MeasuredLook look) {
    return new Measurement(
        look.detector(),
        look.look().id(),
        look.suspect(),
        look.shadows(),
        look.p(),
        look.problem());
  }

  private static Answer answer(
      AxisFound axis, ModelInspectionResult result, @Nullable TriggerFound trigger, Blobs blobs)
      throws IOException {
    String unit =
        result.looks().stream()
            .filter(l -> l.detector().equals(axis.detector()) && l.look().id().equals(axis.look()))
            .map(l -> l.look().name())
            .findFirst()
            .orElse(null);
    if (trigger == null) {
      return new Answer(
          InspectionDocument.word(axis.evidence()),
          axis.p(),
          axis.leastP(),
          axis.effect(),
          unit,
          null,
          null,
          null,
          null);
    }
    Place place = trigger.pattern().place();
    List<RecoveredTrigger> triggers = trigger.pattern().triggers();
    return new Answer(
        InspectionDocument.word(axis.evidence()),
        axis.p(),
        axis.leastP(),
        axis.effect(),
        unit,
        InspectionDocument.word(trigger.pattern().family()),
        triggers.isEmpty() ? Map.of() : triggers.get(0).extension().settings(),
        place == null ? null : List.of(place.x(), place.y(), place.width(), place.height()),
        blobs.path(trigger.pattern().image()).toString());
  }
}
