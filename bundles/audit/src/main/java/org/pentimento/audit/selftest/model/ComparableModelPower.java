package org.pentimento.audit.selftest.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.audit.calibration.LikelihoodRatio;
import org.pentimento.audit.selftest.Comparability;
import org.pentimento.audit.selftest.statistics.ModelSummaries;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.QuotedModelPower;
import org.pentimento.casefile.result.model.Strength;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Contrast;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.casefile.result.model.selftest.ModelSelfTests;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.casefile.result.model.selftest.TriedModel;

/**
 * Finds the self-test of a case that says what an inspection of a model is worth. It has to be
 * comparable: the same detectors of the same versions with the same settings, as many shadow
 * models, drawn faces for drawn faces and photographs for photographs, images whose width and
 * height differ by a quarter at most, between half and twice as many trusted pairs, and models of
 * the same generator with between half and twice as many parameters. Of several, the one with most
 * such models is taken, and of these the latest.
 */
public final class ComparableModelPower {
  private ComparableModelPower() {}

  /** What a self-test of the case measured that is comparable with an inspection. */
  public static Optional<QuotedModelPower> find(CaseFile caseFile, ModelInspectionResult inspection)
      throws IOException {
    QuotedModelPower best = null;
    int most = 0;
    for (RunRecord run : caseFile.runs(RunKind.MODEL_SELF_TEST)) {
      if (run.state() != RunRecord.State.FINISHED) {
        continue;
      }
      ModelSelfTestResult test;
      try {
        test = ModelSelfTests.read(caseFile.blobs(), run.result());
      } catch (BadInputException e) {
        continue; // damaged, or of a later version: the others still tell
      }
      List<TriedModel> trials = comparable(test, inspection);
      Optional<QuotedModelPower> power = quoted(run.id(), test, trials, inspection);
      if (power.isPresent() && trials.size() >= most) {
        best = power.get();
        most = trials.size();
      }
    }
    return Optional.ofNullable(best);
  }

  /** The models of a self-test that tell something of an inspected one; empty if none does. */
  static List<TriedModel> comparable(ModelSelfTestResult test, ModelInspectionResult inspection) {
    List<ExtensionUse> asked =
        inspection.detectors().stream().map(ModelDetectorUse::extension).toList();
    if (!inspection.model().trained()
        || !Comparability.same(test.detectors(), asked)
        || !test.leftOut().keySet().containsAll(silent(inspection))
        || test.shadows() != inspection.shadows().size()
        || !Comparability.alike(test.data(), inspection.trusted())
        || !Comparability.near(test.trusted(), inspection.trusted().count())) {
      return List.of();
    }
    return test.trials().stream()
        .filter(trial -> trial.planted().generator().id().equals(inspection.model().maker().id()))
        .filter(trial -> Comparability.near(trial.parameters(), inspection.model().parameters()))
        .toList();
  }

  /** Detectors that said nothing of the inspected model. */
  private static Set<String> silent(ModelInspectionResult inspection) {
    return inspection.detectors().stream()
        .filter(use -> !use.problem().isEmpty())
        .map(use -> use.extension().id())
        .collect(Collectors.toSet());
  }

  /** What these models tell; empty unless there are clean ones and attacks that took. */
  static Optional<QuotedModelPower> quoted(
      String id,
      ModelSelfTestResult test,
      List<TriedModel> trials,
      ModelInspectionResult inspection) {
    ModelSummaries summaries = new ModelSummaries(trials);
    Optional<KindOfModel> clean = summaries.of(What.NOTHING);
    Optional<KindOfModel> attack = summaries.of(What.ATTACK).filter(kind -> kind.counted() > 0);
    if (clean.isEmpty() || attack.isEmpty()) {
      return Optional.empty();
    }
    Map<What, Share> areas =
        summaries.contrasts().stream()
            .filter(contrast -> contrast.attack() == What.ATTACK)
            .collect(Collectors.toMap(Contrast::other, Contrast::auc));
    return Optional.of(
        new QuotedModelPower(
            id,
            test.data().dataset(),
            inspection.model().maker().id(),
            test.trusted(),
            clean.get().counted(),
            summaries.of(What.SPOILT_PAIRS).map(KindOfModel::counted).orElse(0),
            attack.get().counted(),
            share(attack.get().found()),
            share(clean.get().suspected()),
            share(clean.get().found()),
            areas.get(What.NOTHING),
            areas.get(What.SPOILT_PAIRS),
            strength(inspection.score(), summaries, What.NOTHING),
            strength(inspection.score(), summaries, What.SPOILT_PAIRS)));
  }

  private static Share share(@Nullable Share share) {
    return share == null ? new Share(0, 0, 1) : share;
  }

  private static @Nullable Strength strength(
      @Nullable Double score, ModelSummaries summaries, What other) {
    double[] attacks = summaries.scores(trial -> trial.planted().what() == What.ATTACK);
    double[] others = summaries.scores(trial -> trial.planted().what() == other);
    return score == null || attacks.length == 0 || others.length == 0
        ? null
        : LikelihoodRatio.of(score, attacks, others);
  }
}
