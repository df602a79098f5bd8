package org.pentimento.audit.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.Hashes;
import org.pentimento.audit.inspection.CaseFindings;
import org.pentimento.audit.inspection.InspectionInput;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.inspection.Truths;
import org.pentimento.audit.stage.RunContext;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.Material;

/**
 * Inspects the training pairs of a run as its attacks left them. The detectors of the plan are told
 * nothing of the attacks; the truth is put beside their answer afterwards.
 */
final class AttackInspections {
  private final RunContext context;

  AttackInspections(RunContext context) {
    this.context = context;
  }

  /** One inspection for each attack and seed; of the true pairs if there is no attack. */
  List<AttackInspection> of(Map<Integer, PreparedAttack> attacks, LostParts losses)
      throws IOException, CancelledException {
    List<AttackInspection> inspections = new ArrayList<>();
    if (context.plan().detectors().isEmpty()) {
      return inspections;
    }
    if (context.plan().attacks().isEmpty()) {
      inspections.addAll(of(null, 0));
    }
    for (Map.Entry<Integer, PreparedAttack> attack : attacks.entrySet()) {
      int number = attack.getKey();
      losses
          .orLost(
              "inspection of what attack " + number + " left", () -> of(attack.getValue(), number))
          .ifPresent(inspections::addAll);
    }
    return inspections;
  }

  private List<AttackInspection> of(@Nullable PreparedAttack attack, int number)
      throws IOException, CancelledException {
    List<Pair> train = context.data().train();
    List<Pair> pairs = attack == null ? train : train.stream().map(attack::applied).toList();
    Map<String, Object> looked =
        Map.of(
            "data",
            context.dataInputs(false),
            "attack",
            attack == null ? Map.of() : context.attackInputs(attack));
    SuspectData suspect =
        SuspectData.read(
            context.data().name(),
            context.data().format(),
            Hashes.sha256(CanonicalJson.bytes(looked)),
            material(),
            pairs,
            context.progress());
    List<AttackInspection> inspections = new ArrayList<>();
    for (long seed : context.plan().seeds()) {
      InspectionResult found =
          new Inspector(
                  context.extensions(),
                  new CaseFindings(context.caseFile(), context.steps(), context.pngs()),
                  Inspector.PATIENCE,
                  context.progress())
              .inspect(
                  new InspectionInput(
                      context.plan().name(),
                      context.environment(),
                      suspect,
                      null,
                      context.plan().detectors(),
                      context.plan().falseAlarms(),
                      seed));
      InspectionResult judged =
          found.with(Truths.of(found, attack == null ? List.of() : attack.poisoned(train)));
      inspections.add(
          new AttackInspection(number, seed, context.caseFile().blobs().putJson(judged)));
    }
    return inspections;
  }

  /** What the data set of the run is made of. */
  Material material() throws IOException {
    return context
            .extensions()
            .get(Kind.DATASET_FORMAT, DatasetFormat.class, context.data().format())
            .makesItsPairs()
        ? Material.DRAWN
        : Material.PHOTOGRAPHED;
  }
}
