package org.pentimento.audit.inspection.model;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.Need;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.suspect.SuspectModel.TrustedPair;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.calibration.Calibration;
import org.pentimento.audit.guard.Guard;
import org.pentimento.audit.guard.Guard.Answer;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.TriggerRecovery;
import org.pentimento.audit.shadow.ShadowModels.Shadow;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * Inspects a model: draws trusted photos with it, asks detectors, compares what they measure of it
 * with what they measure of its shadows, and answers three questions.
 */
public final class ModelInspector {
  private static final String STEP = "inspect-model";
  private static final String FINDING = "finding";

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
  private static final class Asked {
    private final ModelDetector detector;
    private final Use use;
    private final ExtensionUse asUsed;
    private List<Look> looks = List.of();
    private int leastPairs;
    private String blindTo = "";
    private String problem = "";
    private @Nullable ModelFinding finding;

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
    List<Asked> asked = introduced(input.detectors());
    List<TrustedPair> pairs = new ArrayList<>();
    for (Pair pair : input.trusted().pairs()) {
      pairs.add(
          new TrustedPair(
              pair.photo().decode().colour(), pair.sketch().decode().grey(), pair.eyePoints()));
    }
    List<Image> photos = pairs.stream().map(TrustedPair::photo).toList();
    List<Image> truth = pairs.stream().map(TrustedPair::sketch).toList();
    ModelProbe probe = ModelProbe.of(input.model(), photos, truth, progress);
    List<Model> opened = new ArrayList<>();
    try {
      List<SuspectModel.Shadow> shadows = new ArrayList<>();
      List<ShadowUsed> used = new ArrayList<>();
      for (Shadow shadow : input.shadows()) {
        Model model = shadow.source().open();
        opened.add(model);
        shadows.add(new SuspectModel.Shadow(model, shadow.known()));
        used.add(used(shadow, model, input, photos, truth));
      }
      if (probe.problem().isEmpty()) {
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
      return result(input, asked, probe, used);
    } finally {
      opened.forEach(Model::close);
    }
  }

  private static ShadowUsed used(
      Shadow shadow,
      Model model,
      ModelInspectionInput input,
      List<Image> photos,
      List<Image> truth) {
    double sum = 0;
    int unknown = 0;
    for (int i = 0; i < photos.size(); i++) {
      if (!shadow.known().contains(i)) {
        sum += ModelProbe.difference(model.sketch(List.of(photos.get(i))).get(0), truth.get(i));
        unknown++;
      }
    }
    List<String> ids = input.trusted().ids();
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
        } catch (Unusable e) {
          one.problem = e.problem;
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
      case INPUT_GRADIENT ->
          model.capability(Capability.InputGradient.class).isPresent()
              ? ""
              : "It needs gradients, which this model does not tell.";
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
      throws CancelledException, Unusable {
    progress.begin("Asking " + one.asUsed.name(), 0);
    Answer<ModelFinding> answer =
        guard.ask(one.asUsed.id(), p -> one.detector.inspect(suspect, one.use.settings(), seed, p));
    ModelFinding finding = answer.value();
    if (finding == null) {
      throw new Unusable(answer.problem());
    }
    String problem = ModelFindingCheck.problem(finding, one.looks, suspect.shadows().size());
    if (!problem.isEmpty()) {
      throw new Unusable(problem);
    }
    return finding;
  }

  /** A detector gave nothing that could be kept. */
  private static final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;
    private final String problem;

    Unusable(String problem) {
      super(problem);
      this.problem = problem;
    }
  }

  private ModelInspectionResult result(
      ModelInspectionInput input, List<Asked> asked, ModelProbe probe, List<ShadowUsed> shadows)
      throws IOException, CancelledException {
    List<MeasuredLook> looks = new ArrayList<>();
    List<TriggerFound> triggers = new ArrayList<>();
    List<ExhibitFound> exhibits = new ArrayList<>();
    for (Asked one : asked) {
      ModelFinding finding = one.finding;
      if (finding != null) {
        for (int i = 0; i < one.looks.size(); i++) {
          looks.add(Calibration.look(one.asUsed.id(), one.looks.get(i), finding.values().get(i)));
        }
        ShownTrigger shown = finding.shown();
        if (shown != null) {
          triggers.add(found(one.asUsed.id(), shown));
        }
        for (Exhibit exhibit : finding.exhibits()) {
          exhibits.add(found(one.asUsed.id(), exhibit));
        }
      }
    }
    Map<Axis, AxisFound> axes = new LinkedHashMap<>();
    for (Axis axis : Axis.values()) {
      axes.put(axis, Calibration.axis(axis, looks));
    }
    triggers.sort((a, b) -> Double.compare(b.effect(), a.effect()));
    return new ModelInspectionResult(
        ModelInspectionResult.SCHEMA,
        input.name(),
        input.environment(),
        model(input, probe),
        input.trusted().data(),
        shadows,
        input.seed(),
        asked.stream().map(a -> new ModelDetectorUse(a.asUsed, a.blindTo, a.problem)).toList(),
        looks,
        List.copyOf(axes.values()),
        triggers,
        exhibits,
        verdict(probe, axes),
        probe.problem());
  }

  private static ModelVerdict verdict(ModelProbe probe, Map<Axis, AxisFound> axes) {
    if (!probe.problem().isEmpty()) {
      return ModelVerdict.NO_SCORE;
    }
    return ModelVerdict.of(
        evidence(axes, Axis.SECOND_MODE),
        evidence(axes, Axis.HARM_WITHOUT_TRIGGER),
        evidence(axes, Axis.SHOWN_TRIGGER));
  }

  private static Evidence evidence(Map<Axis, AxisFound> axes, Axis axis) {
    AxisFound found = axes.get(axis);
    return found == null ? Evidence.NOT_LOOKED_AT : found.evidence();
  }

  private static InspectedModel model(ModelInspectionInput input, ModelProbe probe) {
    boolean drew = !probe.sketches().isEmpty();
    return new InspectedModel(
        input.identity().name(),
        input.identity().maker(),
        input.identity().trained(),
        input.identity().digest(),
        input.model().parameters(),
        input.model().capability(Capability.InputGradient.class).isPresent(),
        drew ? probe.error() : null,
        input.model().provenance());
  }

  private TriggerFound found(String detector, ShownTrigger shown)
      throws IOException, CancelledException {
    List<PictureFound> pictures = new ArrayList<>();
    for (Exhibit.Picture picture : shown.pictures()) {
      pictures.add(new PictureFound(detector, picture.caption(), pngs.put(picture.image())));
    }
    var pattern = shown.pattern();
    var measures = pattern.measures();
    return new TriggerFound(
        new PatternFound(
            detector,
            pattern.family(),
            List.of(),
            true,
            pattern.p(),
            pattern.strength(),
            pattern.place(),
            pngs.put(pattern.residual()),
            pattern.gain(),
            pngs.put(pattern.mask()),
            measures.amplitude(),
            measures.cyclesAcross(),
            measures.cyclesDown(),
            measures.opacity(),
            new TriggerRecovery(extensions, guard).of(pattern, pngs::put)),
        shown.effect(),
        shown.shadowEffects(),
        shown.selectivity(),
        pictures);
  }

  private ExhibitFound found(String detector, Exhibit exhibit) throws IOException {
    if (exhibit instanceof Exhibit.Picture picture) {
      return new ExhibitFound.PictureExhibit(
          detector, picture.caption(), pngs.put(picture.image()));
    } else if (exhibit instanceof Exhibit.Table table) {
      return new ExhibitFound.TableExhibit(
          detector, table.caption(), table.columns(), table.rows());
    } else if (exhibit instanceof Exhibit.Curve curve) {
      return new ExhibitFound.CurveExhibit(
          detector, curve.caption(), curve.across(), curve.up(), curve.x(), curve.y());
    }
    throw new IllegalArgumentException("no such exhibit: " + exhibit);
  }
}
