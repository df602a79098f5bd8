package org.pentimento.audit.inspection.model;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.Need;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.TriggerRecovery;
import org.pentimento.audit.shadow.ShadowModels.Shadow;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.Guard;
import org.pentimento.registry.guard.Guard.Answer;
import org.pentimento.registry.guard.NoFindingException;

/**
 * Inspects a model: draws trusted photos with it, asks detectors, compares what they measure of it
 * with what they measure of its shadows, and answers three questions.
 */
public final class ModelInspector {
  private static final String STEP = "inspect-model";
  private static final String FINDING = "finding";

  /** How findings are stored; those that were stored otherwise are made anew. */
  private static final int FORM = 2;

  private final Extensions extensions;
  private final CaseFile caseFile;
  private final Steps steps;
  private final Pngs pngs;
  private final Guard guard;
  private final Progress progress;

  /**
   * An inspector.
   *
   * @param steps of the run that asks
   * @param patience how long a detector may neither return nor report progress
   */
  public ModelInspector(
      Extensions extensions,
      CaseFile caseFile,
      Steps steps,
      Pngs pngs,
      Duration patience,
      Progress progress) {
    this.extensions = extensions;
    this.caseFile = caseFile;
    this.steps = steps;
    this.pngs = pngs;
    this.guard = new Guard(patience, progress);
    this.progress = progress;
  }

  /** A detector, what it says of itself, and what came of asking it. */
  static final class Asked {
    final ModelDetector detector;
    final Use use;
    final ExtensionUse asUsed;
    List<Look> looks = List.of();
    int leastPairs;
    String blindTo = "";
    String problem = "";
    @Nullable ModelFinding finding;

    Asked(ModelDetector detector, Use use) {
      this.detector = detector;
      this.use = use;
      Descriptor d = detector.descriptor();
      this.asUsed =
          new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values());
    }
  }

  /**
   * Inspects.
   *
   * @throws BadInputException if a detector is not there
   */
  public ModelInspectionResult inspect(ModelInspectionInput input)
      throws IOException, CancelledException {
    return look(input).result();
  }

  /**
   * What was found.
   *
   * @param result for a person
   * @param findings of the detectors that spoke
   */
  public record Found(ModelInspectionResult result, List<ModelFinding> findings) {
    /** Keeps a copy. */
    public Found {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Inspects, and gives what detectors found besides the result.
   *
   * @throws BadInputException if a detector is not there
   */
  public Found look(ModelInspectionInput input) throws IOException, CancelledException {
    List<Asked> asked = introduced(input.detectors());
    List<SuspectPair> pairs = Inspector.bare(input.trusted().pairs());
    ModelProbe probe = ModelProbe.of(input.model(), pairs, progress);
    List<Model> opened = new ArrayList<>();
    try {
      List<SuspectModel.Shadow> shadows = new ArrayList<>();
      List<ShadowUsed> used = new ArrayList<>();
      for (Shadow shadow : input.shadows()) {
        Model model = shadow.source().open();
        opened.add(model);
        shadows.add(new SuspectModel.Shadow(model, shadow.known()));
        used.add(used(shadow, model, input.trusted().ids(), pairs));
      }
      if (probe.noScore() == null) {
        ask(
            asked,
            new SuspectModel(
                input.model(),
                shadows,
                pairs,
                extensions.all(Kind.TRIGGER, Trigger.class),
                List.of()),
            input);
      }
      ModelInspectionResult result =
          new ModelResultAssembly(input, pngs, new TriggerRecovery(extensions, guard))
              .of(asked, probe, used);
      List<ModelFinding> findings = new ArrayList<>();
      for (Asked one : asked) {
        if (one.finding != null) {
          findings.add(one.finding);
        }
      }
      return new Found(result, findings);
    } finally {
      opened.forEach(Model::close);
    }
  }

  /**
   * What the result says of a shadow model.
   *
   * @param model it opened
   * @param ids of the trusted pairs
   * @param pairs the trusted pairs
   */
  public static ShadowUsed used(
      Shadow shadow, Model model, List<String> ids, List<SuspectPair> pairs) throws IOException {
    double sum = 0;
    int unknown = 0;
    for (int i = 0; i < pairs.size(); i++) {
      if (!shadow.known().contains(i)) {
        Image photo = pairs.get(i).photo().decode().colour();
        Image truth = pairs.get(i).sketch().decode().grey();
        sum += ModelProbe.difference(model.sketch(List.of(photo)).get(0), truth);
        unknown++;
      }
    }
    return new ShadowUsed(
        shadow.generator(),
        shadow.seed(),
        shadow.known().stream().sorted().map(ids::get).toList(),
        shadow.description(),
        shadow.weights(),
        unknown == 0 ? 0 : sum / unknown);
  }

  private List<Asked> introduced(List<Use> detectors) throws IOException, CancelledException {
    List<Asked> asked = new ArrayList<>();
    for (Use use : detectors) {
      Asked one =
          new Asked(extensions.get(Kind.MODEL_DETECTOR, ModelDetector.class, use.id()), use);
      one.problem =
          guard
              .ask(
                  one.asUsed.id(),
                  p -> {
                    one.looks = List.copyOf(one.detector.looks(use.settings()));
                    one.leastPairs = one.detector.leastPairs();
                    one.blindTo = one.detector.blindTo();
                    return true;
                  })
              .problem();
      asked.add(one);
    }
    return asked;
  }

  private void ask(List<Asked> asked, SuspectModel given, ModelInspectionInput input)
      throws IOException, CancelledException {
    SuspectModel suspect = given;
    List<String> keys = new ArrayList<>();
    for (Asked one : asked) {
      if (one.problem.isEmpty()) {
        one.problem = unfit(one, suspect);
      }
      if (one.problem.isEmpty()) {
        Map<String, Object> inputs = inputs(one, input, keys);
        try {
          SuspectModel now = suspect;
          String finding =
              Steps.result(
                  steps.once(
                      STEP,
                      inputs,
                      () ->
                          Map.of(
                              FINDING,
                              caseFile
                                  .blobs()
                                  .putJson(
                                      StoredModelFinding.of(look(one, now, input.seed()), pngs)))),
                  FINDING);
          ModelFinding found =
              caseFile.blobs().readJson(finding, StoredModelFinding.class).finding(pngs);
          one.finding = found;
          suspect = suspect.after(found);
          keys.add(Steps.key(STEP, inputs));
        } catch (NoFindingException e) {
          one.problem = e.problem();
        }
      }
    }
  }

  /** Why a detector can say nothing about such a model, in words; empty if it can. */
  private static String unfit(Asked one, SuspectModel suspect) {
    if (suspect.pairs().size() < one.leastPairs) {
      return "It needs at least "
          + one.leastPairs
          + " trusted pairs, and there are "
          + suspect.pairs().size()
          + ".";
    }
    for (Need need : one.detector.descriptor().needs()) {
      String lacking = lacking(need, suspect);
      if (!lacking.isEmpty()) {
        return lacking;
      }
    }
    return "";
  }

  private static String lacking(Need need, SuspectModel suspect) {
    Model model = suspect.model();
    return switch (need) {
      case INPUT_GRADIENT -> {
        if (model.capability(Capability.InputGradient.class).isPresent()) {
          yield "";
        }
        String reason = model.lacks(Capability.InputGradient.class);
        yield "It needs gradients, which this model does not tell"
            + (reason.isEmpty() ? "." : ": " + reason + ".");
      }
      case ACTIVATIONS ->
          model.capability(Capability.Activations.class).isPresent()
              ? ""
              : "It needs inner activations, which this model does not show.";
      case SAMPLE_LOSS ->
          model.capability(Capability.SampleLoss.class).isPresent()
              ? ""
              : "It needs the loss of single pairs, which this model does not tell.";
      case PRUNING ->
          model.capability(Capability.Pruning.class).isPresent()
              ? ""
              : "It needs channels that can be switched off, which this model has not.";
      case EYE_POINTS ->
          suspect.pairs().stream().allMatch(pair -> pair.eyes().isPresent())
              ? ""
              : "It needs trusted pairs whose eye points are known.";
      case COLOUR, IDENTITIES -> "";
    };
  }

  private static Map<String, Object> inputs(
      Asked one, ModelInspectionInput input, List<String> earlier) {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("form", FORM);
    inputs.put("model", input.identity().digest());
    inputs.put(
        "trusted",
        Map.of("digest", input.trusted().data().digest(), "pairs", input.trusted().ids()));
    inputs.put("shadows", input.shadows().stream().map(Shadow::weights).toList());
    inputs.put("seed", input.seed());
    inputs.put(
        "detector",
        Map.of(
            "id", one.asUsed.id(),
            "version", one.asUsed.version(),
            "settings", one.asUsed.settings()));
    inputs.put("earlier", List.copyOf(earlier));
    inputs.put("environment", input.environment());
    return inputs;
  }

  private ModelFinding look(Asked one, SuspectModel suspect, long seed)
      throws CancelledException, NoFindingException {
    progress.begin("Asking " + one.asUsed.name(), 0);
    Answer<ModelFinding> answer =
        guard.ask(one.asUsed.id(), p -> one.detector.inspect(suspect, one.use.settings(), seed, p));
    ModelFinding finding = answer.value();
    if (finding == null) {
      throw new NoFindingException(answer.problem());
    }
    String problem = ModelFindingCheck.problem(finding, one.looks, suspect.shadows().size());
    if (!problem.isEmpty()) {
      throw new NoFindingException(problem);
    }
    return finding;
  }
}
