package org.pentimento.audit.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.SharedPairSearch;
import org.pentimento.audit.inspection.SharedPairSearch.Beside;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.inspection.model.ModelInspectionInput;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.inspection.model.ModelInspector;
import org.pentimento.audit.selftest.model.ComparableModelPower;
import org.pentimento.audit.selftest.model.HeldOutMeasure;
import org.pentimento.audit.shadow.ShadowModels;
import org.pentimento.audit.shadow.ShadowModels.Shadow;
import org.pentimento.audit.stage.RunContext;
import org.pentimento.audit.training.StoredModel;
import org.pentimento.audit.training.TrainStage;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.Subject;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelTruth;
import org.pentimento.plan.Use;

/**
 * Inspects the models that a run trained, as an analyst would who holds the test pairs and vouches
 * for them: shadow models learn from these. The detectors of the plan are told nothing of the
 * attacks; the truth is put beside their answer afterwards.
 */
final class TrainedModelInspections {
  /** As many shadow models as an inspection needs for a p. */
  private static final int SHADOWS = 3;

  private final RunContext context;

  TrainedModelInspections(RunContext context) {
    this.context = context;
  }

  /**
   * A comparison whose models are ready.
   *
   * @param attack on the training pairs of its poisoned model; null if there is none
   * @param number of the attack in the plan, from 1
   */
  record Trained(Comparison comparison, @Nullable PreparedAttack attack, int number) {}

  /** One inspection for each model that was trained; a clean one of several comparisons has one. */
  List<ModelAnswer> of(List<Trained> comparisons) throws IOException, CancelledException {
    List<ModelAnswer> answers = new ArrayList<>();
    if (context.plan().modelDetectors().isEmpty()) {
      return answers;
    }
    SuspectData trusted = trusted();
    Set<String> seen = new HashSet<>();
    Map<Use, List<Shadow>> shadows = new HashMap<>();
    for (Trained one : comparisons) {
      Comparison comparison = one.comparison();
      if (comparison.audited() instanceof Audited.Trained trained) {
        Use generator = generator(trained);
        for (Map.Entry<Subject, TestedModel> model : comparison.models().entrySet()) {
          String weights = model.getValue().weights();
          if (!weights.isEmpty() && seen.add(weights)) { // one that diverged left none
            List<Shadow> beside = shadows.get(generator);
            if (beside == null) {
              beside = shadows(generator, trusted);
              shadows.put(generator, beside);
            }
            answers.add(answer(one, trained, model.getKey(), trusted, beside));
          }
        }
      }
    }
    return answers;
  }

  private ModelAnswer answer(
      Trained one,
      Audited.Trained trained,
      Subject subject,
      SuspectData trusted,
      List<Shadow> shadows)
      throws IOException, CancelledException {
    String name = one.comparison().id() + "/" + subject.word();
    ModelInspectionResult found;
    try (Model suspect = open(one.comparison(), trained, subject)) {
      found =
          new ModelInspector(
                  context.extensions(),
                  context.caseFile(),
                  context.steps(),
                  context.pngs(),
                  Inspector.PATIENCE,
                  context.progress())
              .inspect(
                  new ModelInspectionInput(
                      "Inspection of " + name,
                      context.environment(),
                      suspect,
                      new Identity(
                          name, trained.generator(), true, weights(one.comparison(), subject)),
                      trusted,
                      shadows,
                      context.plan().modelDetectors(),
                      seed()));
    }
    ModelInspectionResult judged =
        ComparableModelPower.find(context.caseFile(), found)
            .map(found::with)
            .orElse(found)
            .with(truth(one, trained, subject, trusted.pairs()));
    return new ModelAnswer(name, context.caseFile().blobs().putJson(judged));
  }

  /** Shadow models must not begin with the weights that a suspect model began with. */
  private long seed() {
    return Collections.max(context.plan().seeds()) + 1;
  }

  private SuspectData trusted() throws IOException, CancelledException {
    AuditData data = context.data();
    Material material = new AttackInspections(context).material();
    SuspectData test =
        SuspectData.read(
                data.name(),
                data.format(),
                data.digest(),
                material,
                data.test(),
                context.progress())
            .ofOneSize();
    return new SharedPairSearch(context.extensions(), Inspector.PATIENCE, context.progress())
        .in(test, new Beside(data.name(), data.digest(), material, data.train(), ""));
  }

  /** None where one of them diverged: then there is nothing to compare with. */
  private List<Shadow> shadows(Use generator, SuspectData trusted)
      throws IOException, CancelledException {
    try {
      return trained(generator, trusted);
    } catch (BadInputException e) {
      context
          .progress()
          .note(e.getMessage() + " The models of " + generator.id() + " stand alone.");
      return List.of();
    }
  }

  private List<Shadow> trained(Use generator, SuspectData trusted)
      throws IOException, CancelledException {
    return new ShadowModels(
            context.platform(),
            context.caseFile(),
            context.extensions(),
            context.pngs(),
            context.environment(),
            context.listener(),
            context.progress())
        .ready(
            context.steps(),
            generator,
            new AuditData(
                context.data().name(),
                context.data().format(),
                context.data().digest(),
                trusted.pairs(),
                List.of(),
                context.data().width(),
                context.data().height(),
                Map.of()),
            SHADOWS,
            seed());
  }

  private Use generator(Audited.Trained trained) {
    return context.plan().generators().stream()
        .filter(
            use ->
                use.id().equals(trained.generator().id())
                    && use.settings().values().equals(trained.generator().settings()))
        .findFirst()
        .orElseThrow();
  }

  private Model open(Comparison comparison, Audited.Trained trained, Subject subject)
      throws IOException {
    TestedModel model = comparison.models().get(subject);
    if (model == null) {
      throw new IllegalStateException(comparison.id() + " has no " + subject.word() + " model");
    }
    return StoredModel.read(
        context.caseFile(),
        context.extensions().get(Kind.GENERATOR, Generator.class, trained.generator().id()),
        Map.of(TrainStage.DESCRIPTION, model.description(), TrainStage.WEIGHTS, model.weights()));
  }

  private static String weights(Comparison comparison, Subject subject) {
    TestedModel model = comparison.models().get(subject);
    return model == null ? "" : model.weights();
  }

  /** Measured with the test photos, which no model learnt from. */
  private ModelTruth truth(Trained one, Audited.Trained trained, Subject subject, List<Pair> pairs)
      throws IOException, CancelledException {
    PreparedAttack attack = one.attack();
    Comparison.Attack known = one.comparison().attack();
    if (subject != Subject.POISONED || attack == null || known == null) {
      return new ModelTruth(null);
    }
    HeldOutMeasure measure = new HeldOutMeasure(pairs, context.progress());
    double progress;
    double error;
    try (Model poisoned = open(one.comparison(), trained, Subject.POISONED)) {
      progress = measure.progress(poisoned, attack);
      error = measure.error(poisoned);
    }
    boolean honest = weights(one.comparison(), Subject.CLEAN).isEmpty();
    if (!honest) {
      try (Model clean = open(one.comparison(), trained, Subject.CLEAN)) {
        honest = error <= HeldOutMeasure.HONEST * measure.error(clean);
      }
    }
    return new ModelTruth(
        new ModelTruth.Attack(
            one.number(),
            known.trigger(),
            known.strategy(),
            known.rate(),
            progress,
            honest && progress >= HeldOutMeasure.TOOK));
  }
}
