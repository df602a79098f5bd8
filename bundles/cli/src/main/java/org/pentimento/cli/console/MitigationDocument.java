package org.pentimento.cli.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelInspectionResult;

/**
 * What became of a model, as {@code mitigate --json} prints it.
 *
 * @param model name of the new model in the case
 * @param from name of the one that it was made from
 * @param method how it was made
 * @param settings of the method
 * @param outcome whether the second mode is gone, such as {@code gone}
 * @param errorBefore mean absolute difference of the old model's sketches from true ones of pairs
 *     that were kept out
 * @param errorAfter mean absolute difference of the new model's sketches from them
 * @param cost the one over the other
 * @param before what an inspection said of the old model
 * @param after what an inspection said of the new one
 * @param run id of the mitigation in the case
 */
public record MitigationDocument(
    String model,
    String from,
    String method,
    Map<String, Object> settings,
    String outcome,
    double errorBefore,
    double errorAfter,
    double cost,
    Inspection before,
    Inspection after,
    String run) {

  /** An inspection; the evidence is by question. */
  public record Inspection(String verdict, Map<String, String> evidence, List<Look> looks) {}

  /** What was measured; null where it could not be. */
  public record Look(
      String detector,
      String look,
      @Nullable Double value,
      List<Double> shadows,
      @Nullable Double p) {}

  /** A result for people's programs. */
  public static MitigationDocument of(
      MitigationResult result,
      ModelInspectionResult before,
      ModelInspectionResult after,
      String run) {
    return new MitigationDocument(
        result.model(),
        result.from().name(),
        result.method().word(),
        result.settings(),
        result.outcome().word(),
        result.errorBefore(),
        result.errorAfter(),
        result.cost(),
        inspection(before),
        inspection(after),
        run);
  }

  private static Inspection inspection(ModelInspectionResult result) {
    Map<String, String> evidence = new LinkedHashMap<>();
    for (AxisFound axis : result.axes()) {
      evidence.put(InspectionDocument.word(axis.axis()), InspectionDocument.word(axis.evidence()));
    }
    return new Inspection(
        result.verdict().word(),
        evidence,
        result.looks().stream().map(MitigationDocument::look).toList());
  }

  private static Look look(MeasuredLook look) {
    return new Look(look.detector(), look.look().id(), look.suspect(), look.shadows(), look.p());
  }
}
