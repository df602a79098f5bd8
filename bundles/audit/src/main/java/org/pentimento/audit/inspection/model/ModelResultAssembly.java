package org.pentimento.audit.inspection.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.audit.calibration.Calibration;
import org.pentimento.audit.calibration.ModelScore;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.Exhibits;
import org.pentimento.audit.inspection.TriggerRecovery;
import org.pentimento.audit.inspection.model.ModelInspector.Asked;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.casefile.result.model.TriggerFound;

/** Makes a result of what detectors measured, and keeps the pictures. */
final class ModelResultAssembly {
  private final ModelInspectionInput input;
  private final Pngs pngs;
  private final TriggerRecovery recovery;

  ModelResultAssembly(ModelInspectionInput input, Pngs pngs, TriggerRecovery recovery) {
    this.input = input;
    this.pngs = pngs;
    this.recovery = recovery;
  }

  /** The result. */
  ModelInspectionResult of(List<Asked> asked, ModelProbe probe, List<ShadowUsed> shadows)
      throws IOException, CancelledException {
    List<MeasuredLook> looks = new ArrayList<>();
    List<TriggerFound> triggers = new ArrayList<>();
    List<ExhibitFound> exhibits = new ArrayList<>();
    for (Asked one : asked) {
      ModelFinding finding = one.finding;
      if (finding != null) {
        String detector = one.asUsed.id();
        for (int i = 0; i < one.looks.size(); i++) {
          looks.add(Calibration.look(detector, one.looks.get(i), finding.values().get(i)));
        }
        ShownTrigger shown = finding.shown();
        if (shown != null) {
          triggers.add(found(detector, shown));
        }
        for (Exhibit exhibit : finding.exhibits()) {
          exhibits.add(Exhibits.found(detector, exhibit, pngs::put));
        }
      }
    }
    triggers.sort(Comparator.comparingDouble(trigger -> -trigger.effect()));
    Map<Axis, AxisFound> axes = new EnumMap<>(Axis.class);
    for (Axis axis : Axis.values()) {
      axes.put(axis, Calibration.axis(axis, looks));
    }
    return new ModelInspectionResult(
        ModelInspectionResult.SCHEMA,
        input.name(),
        input.environment(),
        probe.described(input.identity(), input.model()),
        input.trusted().data(),
        shadows,
        input.seed(),
        asked.stream().map(a -> new ModelDetectorUse(a.asUsed, a.blindTo, a.problem)).toList(),
        looks,
        List.copyOf(axes.values()),
        triggers,
        exhibits,
        probe.noScore() == null ? verdict(axes) : ModelVerdict.NO_SCORE,
        probe.noScore() == null ? ModelScore.of(looks) : null,
        probe.noScore(),
        null,
        null);
  }

  private static ModelVerdict verdict(Map<Axis, AxisFound> axes) {
    return ModelVerdict.of(
        evidence(axes, Axis.SECOND_MODE),
        evidence(axes, Axis.HARM_WITHOUT_TRIGGER),
        evidence(axes, Axis.SHOWN_TRIGGER));
  }

  private static Evidence evidence(Map<Axis, AxisFound> axes, Axis axis) {
    AxisFound found = axes.get(axis);
    return found == null ? Evidence.NOT_LOOKED_AT : found.evidence();
  }

  private TriggerFound found(String detector, ShownTrigger shown)
      throws IOException, CancelledException {
    List<PictureFound> pictures = new ArrayList<>();
    for (Exhibit.Picture picture : shown.pictures()) {
      pictures.add(new PictureFound(detector, picture.caption(), pngs.put(picture.image())));
    }
    SharedPattern pattern = shown.pattern();
    SharedPattern.Measures measures = pattern.measures();
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
            recovery.of(pattern, pngs::put)),
        shown.effect(),
        shown.shadowEffects(),
        shown.selectivity(),
        pictures);
  }
}
