package org.pentimento.casefile.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.LossPoint;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.TestedModel;

/**
 * A result of schema 1, which holds sentences where later ones hold facts. Its components are those
 * of {@link RunResult}.
 */
record SchemaOne(
    int schema,
    String name,
    String plan,
    Map<String, String> environment,
    RunResult.DataUsed data,
    List<ExtensionUse> metrics,
    List<Compared> comparisons,
    @Nullable JsonNode detections) {
  /** The id of the metric that the field reports; results of schema 1 did not say it. */
  private static final String STANDARD = "fsim";

  /** A comparison; {@code cleanModel} is the imported model where there is one. */
  record Compared(
      String id,
      ExtensionUse generator,
      long seed,
      @Nullable Attack attack,
      Trained cleanModel,
      @Nullable Trained poisonedModel,
      @Nullable Reached reach,
      List<Summary> summaries,
      List<SuccessPoint> success,
      List<Seen> blindness,
      List<String> conclusions,
      List<ImageRow> images,
      String measurements) {
    private boolean imported() {
      return images.stream()
          .anyMatch(
              row -> row.blob(new ImageRole.Sketch(Subject.IMPORTED, PhotoKind.CLEAN)).isPresent());
    }

    private Comparison comparison() {
      Map<Subject, TestedModel> models = new EnumMap<>(Subject.class);
      models.put(imported() ? Subject.IMPORTED : Subject.CLEAN, cleanModel.model());
      if (poisonedModel != null) {
        models.put(Subject.POISONED, poisonedModel.model());
      }
      Map<String, String> seen = new LinkedHashMap<>();
      blindness.forEach(b -> seen.put(b.metric(), b.sentence()));
      return new Comparison(
          id,
          imported()
              ? new Audited.Imported(model(), generator)
              : new Audited.Trained(generator, seed),
          models,
          attack,
          reach == null ? null : reach.reach(),
          null,
          success,
          blindness.stream().filter(b -> b.honest() != null).map(Seen::blindness).toList(),
          summaries,
          images,
          measurements,
          new EarlierWords(conclusions, reach == null ? "" : reach.sentence(), seen));
    }

    /** The name of an imported model stands before the first slash of the comparison's id. */
    private String model() {
      int slash = id.indexOf('/');
      return slash < 0 ? id : id.substring(0, slash);
    }
  }

  /** A model, with why it is worthless in words. */
  record Trained(
      String description,
      String weights,
      long parameters,
      List<LossPoint> losses,
      String collapsed) {
    private TestedModel model() {
      return new TestedModel(
          description,
          weights,
          parameters,
          losses,
          collapsed.isEmpty() ? null : new Collapse(Collapse.Reason.AS_SAID, null, collapsed),
          "");
    }
  }

  /** How far the trigger could act, with a sentence. */
  record Reached(int pixels, double changed, double reached, double targeted, String sentence) {
    private Comparison.Reach reach() {
      return new Comparison.Reach(pixels, changed, reached, targeted);
    }
  }

  /** What a metric sees, with a sentence. */
  record Seen(
      String metric,
      String name,
      @Nullable Double honest,
      @Nullable Double harmed,
      @Nullable Double loss,
      boolean sees,
      String sentence) {
    private Comparison.Blindness blindness() {
      return new Comparison.Blindness(
          metric,
          name,
          metric.equals(STANDARD),
          honest == null ? 0 : honest,
          harmed == null ? 0 : harmed,
          loss,
          null);
    }
  }

  /** The result, with its sentences apart from its facts. */
  RunResult result() {
    return new RunResult(
        schema,
        name,
        plan,
        environment,
        data,
        metrics,
        comparisons.stream().map(Compared::comparison).toList(),
        List.of());
  }
}
