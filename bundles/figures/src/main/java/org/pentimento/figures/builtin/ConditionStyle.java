package org.pentimento.figures.builtin;

import java.util.List;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.chart.ColorRole;

/**
 * How the charts show what a model drew of a kind of photo.
 *
 * @param model {@code clean}, {@code poisoned} or {@code imported}
 * @param photo {@code clean} or {@code triggered}
 * @param role the colour
 */
record ConditionStyle(String model, String photo, ColorRole role) {
  /** All, from the most honest to the most harmed. */
  static final List<ConditionStyle> ALL =
      List.of(
          new ConditionStyle("clean", "clean", ColorRole.HONEST),
          new ConditionStyle("clean", "triggered", ColorRole.SKY),
          new ConditionStyle("poisoned", "clean", ColorRole.AMBER),
          new ConditionStyle("poisoned", "triggered", ColorRole.HARMED),
          new ConditionStyle("imported", "clean", ColorRole.AMBER),
          new ConditionStyle("imported", "triggered", ColorRole.HARMED));

  String title() {
    return model + " model, " + photo + " photo";
  }

  /** Whether the model is the one that the comparison is about. */
  boolean ofSuspect(Comparison comparison) {
    String suspect =
        comparison.imported() ? "imported" : comparison.attack() == null ? "clean" : "poisoned";
    return model.equals(suspect);
  }

  /** In words what a choice compares the sketches with. */
  static String sketch(String against) {
    return against.equals("truth") ? "true sketch" : "target sketch";
  }
}
