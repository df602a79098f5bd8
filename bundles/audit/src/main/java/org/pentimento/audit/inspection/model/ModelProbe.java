package org.pentimento.audit.inspection.model;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.statistics.CollapseCheck;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.NoScore;
import org.pentimento.casefile.result.model.NoScore.Reason;

/**
 * What a suspect model draws of trusted photos, before any detector is asked.
 *
 * @param error mean absolute difference from the true sketches, in [0, 1]; null if their sizes
 *     differ
 * @param noScore why nothing can be said about such a model; null if something can
 */
public record ModelProbe(@Nullable Double error, @Nullable NoScore noScore) {
  /** Two sketches of one photo that differ by more, in the mean, are not the same. */
  private static final double SAME = 1e-3;

  /**
   * Draws.
   *
   * @param pairs trusted ones, of one size
   */
  public static ModelProbe of(Model model, List<SuspectPair> pairs, Progress progress)
      throws IOException, CancelledException {
    CollapseCheck check = new CollapseCheck();
    double error = 0;
    boolean steady = true;
    progress.begin("Drawing trusted photos with the suspect model", pairs.size());
    for (SuspectPair pair : pairs) {
      progress.checkCancelled();
      Image photo = pair.photo().decode().colour();
      Image truth = pair.sketch().decode().grey();
      Image sketch = model.sketch(List.of(photo)).get(0);
      if (!sketch.sameSize(photo)) {
        return new ModelProbe(null, new NoScore(Reason.OTHER_SIZE, null));
      }
      if (pair == pairs.get(0)) {
        steady = difference(model.sketch(List.of(photo)).get(0), sketch) <= SAME;
      }
      check.add(sketch, truth);
      error += difference(sketch, truth) / pairs.size();
      progress.advance(1);
    }
    NoScore unsteady = steady ? null : new NoScore(Reason.UNSTEADY, null);
    return new ModelProbe(
        error,
        check.collapse().map(collapse -> new NoScore(Reason.WORTHLESS, collapse)).orElse(unsteady));
  }

  /** The model as it was looked at. */
  public InspectedModel described(Identity identity, Model model) {
    return new InspectedModel(
        identity.name(),
        identity.maker(),
        identity.trained(),
        identity.digest(),
        model.parameters(),
        model.capability(Capability.InputGradient.class).isPresent(),
        error,
        model.provenance());
  }

  /** Mean absolute difference of two images of one size. */
  public static double difference(Image a, Image b) {
    float[] one = a.data();
    float[] other = b.data();
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(one[i] - other[i]);
    }
    return sum / one.length;
  }
}
