package org.pentimento.figures.builtin;

import java.util.List;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.chart.ColorRole;
import org.pentimento.verdict.ConditionNames;

/**
 * How the charts show what a model drew of a kind of photo.
 *
 * @param sketch which model drew which photos
 * @param role the colour
 */
record ConditionStyle(ImageRole.Sketch sketch, ColorRole role) {
  /** What a comparison has, from the most honest to the most harmed. */
  static List<ConditionStyle> of(Comparison comparison) {
    return comparison.sketches().stream().map(s -> new ConditionStyle(s, role(s))).toList();
  }

  private static ColorRole role(ImageRole.Sketch sketch) {
    boolean clean = sketch.photo() == PhotoKind.CLEAN;
    return switch (sketch.subject()) {
      case CLEAN -> clean ? ColorRole.HONEST : ColorRole.SKY;
      case POISONED -> clean ? ColorRole.AMBER : ColorRole.HARMED;
      case IMPORTED -> clean ? ColorRole.HONEST : ColorRole.HARMED;
    };
  }

  Condition against(ReferenceSketch reference) {
    return new Condition(sketch.subject(), sketch.photo(), reference);
  }

  String title() {
    return ConditionNames.of(sketch);
  }
}
