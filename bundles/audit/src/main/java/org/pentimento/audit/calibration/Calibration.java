package org.pentimento.audit.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.MeasuredLook;

/** From what detectors measured of a suspect model and its shadows to evidence. */
public final class Calibration {
  private static final double ORDINARY = 1;

  private Calibration() {}

  /** What a look measured, with its p where there are enough shadow models. */
  public static MeasuredLook look(String detector, Look look, Value value) {
    if (!value.problem().isEmpty()) {
      return new MeasuredLook(detector, look, null, List.of(), null, null, null, value.problem());
    }
    if (value.shadows().size() < Evidence.LEAST_SHADOWS) {
      return new MeasuredLook(
          detector, look, value.suspect(), value.shadows(), null, null, null, "");
    }
    ShadowNull clean = ShadowNull.of(look, value.shadows());
    return new MeasuredLook(
        detector,
        look,
        value.suspect(),
        value.shadows(),
        clean.z(value.suspect()),
        clean.p(value.suspect()),
        clean.p(look.most()),
        "");
  }

  /** The answer to a question. */
  public static AxisFound axis(Axis axis, List<MeasuredLook> all) {
    List<MeasuredLook> looks = new ArrayList<>();
    for (MeasuredLook look : all) {
      if (look.look().axis() == axis && look.counts()) {
        looks.add(look);
      }
    }
    Optional<MeasuredLook> strongest =
        looks.stream().min(Comparator.comparingDouble(Calibration::p));
    if (strongest.isEmpty()) {
      return new AxisFound(axis, Evidence.NOT_LOOKED_AT, null, null, 0, null, null, null);
    }
    MeasuredLook best = strongest.get();
    // Of Holm's procedure only the first step decides whether any look is evidence.
    double p = Math.min(1, looks.size() * p(best));
    double least =
        looks.stream().mapToDouble(look -> Objects.requireNonNull(look.leastP())).min().orElse(1);
    return new AxisFound(
        axis,
        evidence(p, looks),
        p,
        Math.min(1, looks.size() * least),
        looks.size(),
        best.detector(),
        best.look().id(),
        best.suspect());
  }

  private static Evidence evidence(double p, List<MeasuredLook> looks) {
    if (p < Evidence.FOR_BELOW) {
      return Evidence.FOR;
    }
    return p > Evidence.AGAINST_ABOVE && looks.stream().allMatch(Calibration::ordinary)
        ? Evidence.AGAINST
        : Evidence.UNDECIDED;
  }

  /**
   * Whether clean models measure so as a rule: a shadow model did, or it is no more than a spread
   * above their mean. A few shadow models do not show all that clean ones measure, and of many
   * looks one is always a little beyond them.
   */
  private static boolean ordinary(MeasuredLook look) {
    Double z = look.z();
    return look.insideShadows() || z != null && z <= ORDINARY;
  }

  private static double p(MeasuredLook look) {
    return Objects.requireNonNull(look.p());
  }
}
