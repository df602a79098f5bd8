package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.InspectionResult.Truth;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.result.QuotedPower;

/** An inspection of 200 pairs whose parts a test chooses. */
final class MadeUpInspection {
  static final int PAIRS = 200;

  DatasetVerdict verdict = DatasetVerdict.NOTHING_FOUND;
  int flagged;
  double p = .4;
  int withEyes = PAIRS;
  @Nullable InspectedData trusted;
  Map<String, String> skipped = Map.of();
  Map<String, String> leftOutAtImport = Map.of();
  List<DetectorUse> detectors =
      List.of(
          detector("order", LooksAt.QUALITY, "", ""),
          detector("residual", LooksAt.SKETCHES, "Attacks that leave the sketches.", ""),
          detector("pattern", LooksAt.PHOTOS, "", ""));
  List<PatternFound> patterns = List.of();
  @Nullable QuotedPower power;
  @Nullable String cleaned;
  @Nullable Truth truth;

  static ExtensionUse use(String id) {
    return new ExtensionUse(id, ConditionNames.capital(id), "1.0.0", "", Map.of());
  }

  static DetectorUse detector(String id, LooksAt at, String blindTo, String problem) {
    return new DetectorUse(use(id), at, blindTo, problem);
  }

  static PatternFound stamp(boolean changed, int members) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      ids.add("pair-" + i);
    }
    return new PatternFound(
        "pattern",
        Family.STAMP,
        ids,
        changed,
        1e-5,
        8.25,
        new Place(12, 20, 25, 24),
        "i",
        4,
        "m",
        .2,
        0,
        0,
        .6,
        List.of(
            new RecoveredTrigger(
                new ExtensionUse("patch", "Patch", "1", "", Map.of("size", .1234567)),
                .93,
                null,
                null)));
  }

  InspectionResult result() {
    List<InspectedPair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      boolean suspicious = i < flagged;
      pairs.add(
          new InspectedPair(
              "pair-" + i,
              suspicious ? 2 : .1,
              suspicious ? 1e-4 : .7,
              suspicious,
              suspicious
                  ? List.of(new ReasonFound("residual", Reason.Kind.LESS_INK, 4.21, ""))
                  : List.of(),
              i == PAIRS - 1
                  ? List.of(new QualityFound("order", Oddity.NO_COLOUR, List.of(), ""))
                  : List.of(),
              List.of()));
    }
    return new InspectionResult(
        InspectionResult.SCHEMA,
        "n",
        Map.of(),
        data("suspect", PAIRS, withEyes, skipped).withLeftOutAtImport(leftOutAtImport),
        trusted,
        .01,
        1,
        detectors,
        verdict,
        p,
        2,
        verdict == DatasetVerdict.NO_SCORE ? null : 1.,
        pairs,
        patterns,
        List.of(),
        power,
        cleaned,
        truth);
  }

  static InspectedData data(String name, int count, int withEyes, Map<String, String> skipped) {
    return new InspectedData(
        name, "folders", "d", Material.PHOTOGRAPHED, count, 200, 250, withEyes, skipped);
  }
}
