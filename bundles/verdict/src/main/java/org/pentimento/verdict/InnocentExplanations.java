package org.pentimento.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pentimento.api.suspect.Axis;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.NoScore;

/**
 * Why an honest model may measure unlike the shadow models, and whether an inspection tested that.
 */
public final class InnocentExplanations {
  private InnocentExplanations() {}

  /** Each explanation by name, with what was done about it; those that were tested come first. */
  public static List<Statement> of(ModelInspectionResult result) {
    List<Statement> tested = new ArrayList<>();
    List<Statement> untested = new ArrayList<>();
    (looked(result) ? tested : untested).add(spoiltPairs(result));
    tested.add(otherSize(result));
    (result.noScore() == null ? tested : untested).add(faintInk(result));
    (result.model().error() == null || result.shadows().isEmpty() ? untested : tested)
        .add(overfitting(result));
    (sameArchitecture(result) ? tested : untested).add(otherArchitecture(result));
    untested.add(
        new Statement(
            "Another artist.",
            "Not tested: sketches in another style differ from the true ones of the trusted pairs"
                + " as spoilt ones do."));
    tested.addAll(untested);
    return tested;
  }

  private static boolean looked(ModelInspectionResult result) {
    return harm(result) != Evidence.NOT_LOOKED_AT;
  }

  private static Evidence harm(ModelInspectionResult result) {
    return result.axes().stream()
        .filter(found -> found.axis() == Axis.HARM_WITHOUT_TRIGGER)
        .map(AxisFound::evidence)
        .findFirst()
        .orElse(Evidence.NOT_LOOKED_AT);
  }

  private static Statement spoiltPairs(ModelInspectionResult result) {
    return new Statement(
        "Spoilt training pairs.",
        switch (harm(result)) {
          case FOR ->
              "Tested: it draws untouched photos worse than clean models do, which spoilt pairs"
                  + " explain.";
          case AGAINST -> "Tested: it draws untouched photos as clean models do.";
          case UNDECIDED ->
              "Tested: how it draws untouched photos neither excludes nor shows them.";
          case NOT_LOOKED_AT ->
              "Not tested: its sketches of untouched photos were not compared with those of clean"
                  + " models.";
        });
  }

  private static Statement otherSize(ModelInspectionResult result) {
    NoScore noScore = result.noScore();
    boolean other = noScore != null && noScore.reason() == NoScore.Reason.OTHER_SIZE;
    return new Statement(
        "Another size.",
        other
            ? "Tested: its sketches have another size than the photos, so nothing was compared."
            : "Tested: its sketches have the size of the photos, "
                + result.trusted().width()
                + " × "
                + result.trusted().height()
                + " pixels.");
  }

  private static Statement faintInk(ModelInspectionResult result) {
    return new Statement(
        "Faint ink.",
        result.noScore() == null
            ? "Tested: its sketches are not worthless, and what a change takes is counted as a"
                + " share of what it draws of the same photos untouched."
            : "Not tested: nothing was measured.");
  }

  private static Statement overfitting(ModelInspectionResult result) {
    Double error = result.model().error();
    if (error == null || result.shadows().isEmpty()) {
      return new Statement("Overfitting.", "Not tested: there is nothing to compare it with.");
    }
    return new Statement(
        "Overfitting.",
        String.format(
            Locale.ROOT,
            "Tested: its sketches differ from the true ones of the trusted pairs by %.3f on"
                + " average; those of the shadow models, on pairs that they do not know, by %s.",
            error,
            result.shadows().stream()
                .map(shadow -> String.format(Locale.ROOT, "%.3f", shadow.error()))
                .collect(Collectors.joining(", "))));
  }

  private static boolean sameArchitecture(ModelInspectionResult result) {
    return result.model().trained()
        && !result.shadows().isEmpty()
        && result.shadows().stream()
            .allMatch(shadow -> shadow.generator().id().equals(result.model().maker().id()));
  }

  private static Statement otherArchitecture(ModelInspectionResult result) {
    InspectedModel model = result.model();
    String generators =
        result.shadows().stream()
            .map(shadow -> "“" + shadow.generator().name() + "”")
            .distinct()
            .collect(Collectors.joining(", "));
    String words;
    if (sameArchitecture(result)) {
      words = "Tested: the shadow models were trained by the same generator, " + generators + ".";
    } else if (result.shadows().isEmpty()) {
      words = "Not tested: there is no shadow model to compare it with.";
    } else if (model.trained()) {
      words =
          "Not tested: it was trained by “"
              + model.maker().name()
              + "”, and the shadow models by "
              + generators
              + ".";
    } else {
      words =
          "Not tested: how it was made is not known; the shadow models were trained by "
              + generators
              + ".";
    }
    return new Statement("Another architecture.", words);
  }
}
