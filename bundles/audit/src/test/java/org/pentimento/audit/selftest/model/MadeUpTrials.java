package org.pentimento.audit.selftest.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.suspect.Axis;
import org.pentimento.audit.selftest.statistics.ModelSummaries;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.PlantedInModel;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.casefile.result.model.selftest.TriedModel;
import org.pentimento.casefile.result.model.selftest.TriedModel.WaveErrors;

/** Trials of models with given figures. */
public final class MadeUpTrials {
  static final ExtensionUse DETECTOR =
      new ExtensionUse("inversion", "Inversion", "1.0.0", "Ours.", Map.of("steps", 40));

  private MadeUpTrials() {}

  static ExtensionUse net(String id) {
    return new ExtensionUse(id, id, "1.0.0", "Ours.", Map.of("width", 12));
  }

  /** A clean model. */
  public static TriedModel clean(double score, double p) {
    return trial(What.NOTHING, "cgan", 0, null, score, p, ModelVerdict.NOTHING_FOUND);
  }

  /** A model of spoilt pairs. */
  public static TriedModel spoilt(double score) {
    return trial(What.SPOILT_PAIRS, "cgan", .1, null, score, .001, ModelVerdict.SPOILT_DATA);
  }

  /** An attacked model that is found if its score is above a half. */
  public static TriedModel attack(double rate, double progress, double score) {
    return trial(
        What.ATTACK,
        "cgan",
        rate,
        progress,
        score,
        1 - score,
        score > .5 ? ModelVerdict.BACKDOOR : ModelVerdict.NOTHING_FOUND);
  }

  static TriedModel trial(
      What what,
      String generator,
      double rate,
      @Nullable Double progress,
      double score,
      double p,
      ModelVerdict verdict) {
    boolean attack = what.isAttack();
    return new TriedModel(
        new PlantedInModel(
            what,
            net(generator),
            attack ? new ExtensionUse("sinusoidal", "PlantedWave", "1.0.0", "", Map.of()) : null,
            rate > 0 ? new ExtensionUse("blank-sketch", "Blank", "1.0.0", "", Map.of()) : null,
            rate,
            1),
        1000,
        .05,
        progress,
        progress != null && progress >= .4,
        verdict,
        score,
        Map.of(Axis.SECOND_MODE, p),
        attack ? (Double) score : null,
        attack ? new WaveErrors(.05, score > .9 ? 2 : 20) : null,
        attack,
        Map.of(),
        10);
  }

  /** Enough of everything. */
  static List<TriedModel> some() {
    List<TriedModel> trials = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      trials.add(clean(.01 + .01 * i, .3));
      trials.add(attack(.1, .9, .7 + .01 * i));
      trials.add(spoilt(.1 + .03 * i));
    }
    return trials;
  }

  static ModelSelfTestResult result(Material material, int side, int trusted, int shadows) {
    List<TriedModel> trials = some();
    ModelSummaries summaries = new ModelSummaries(trials);
    return new ModelSelfTestResult(
        ModelSelfTestResult.SCHEMA,
        "test",
        Map.of(),
        data(material, side, 5 * trusted / 2),
        trusted,
        trusted,
        40,
        List.of(net("cgan")),
        shadows,
        1,
        List.of(DETECTOR),
        trials.size(),
        Map.of(),
        trials,
        summaries.kinds(),
        summaries.contrasts(),
        summaries.reached());
  }

  static InspectedData data(Material material, int side, int count) {
    return new InspectedData("any", "faces", "d", material, count, side, side, count, Map.of());
  }
}
