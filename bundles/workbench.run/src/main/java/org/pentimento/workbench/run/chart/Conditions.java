package org.pentimento.workbench.run.chart;

import java.util.List;
import org.pentimento.chart.Role;

/**
 * A model and a kind of photo.
 *
 * @param model {@code clean} or {@code poisoned}
 * @param photo {@code clean} or {@code triggered}
 * @param role the colour of its charts
 */
record Conditions(String model, String photo, Role role) {
  /** All, from the most honest to the most harmed. */
  static final List<Conditions> ALL =
      List.of(
          new Conditions("clean", "clean", Role.HONEST),
          new Conditions("clean", "triggered", Role.SKY),
          new Conditions("poisoned", "clean", Role.AMBER),
          new Conditions("poisoned", "triggered", Role.HARMED));

  String title() {
    return model + " model, " + photo + " photo";
  }
}
