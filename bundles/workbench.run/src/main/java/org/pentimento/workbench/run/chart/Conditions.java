package org.pentimento.workbench.run.chart;

import java.util.List;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.chart.Role;
import org.pentimento.verdict.ConditionNames;

/**
 * What a model drew of a kind of photo, as charts show it.
 *
 * @param sketch which model drew which photos
 * @param role the colour of its charts
 */
record Conditions(ImageRole.Sketch sketch, Role role) {
  /** Those of a comparison, from the most honest to the most harmed. */
  static List<Conditions> of(Comparison comparison) {
    return comparison.sketches().stream().map(s -> new Conditions(s, role(s))).toList();
  }

  private static Role role(ImageRole.Sketch sketch) {
    boolean clean = sketch.photo() == PhotoKind.CLEAN;
    return switch (sketch.subject()) {
      case CLEAN -> clean ? Role.HONEST : Role.SKY;
      case POISONED -> clean ? Role.AMBER : Role.HARMED;
      case IMPORTED -> clean ? Role.HONEST : Role.HARMED;
    };
  }

  Condition against(ReferenceSketch reference) {
    return new Condition(sketch.subject(), sketch.photo(), reference);
  }

  String title() {
    return ConditionNames.of(sketch);
  }
}
