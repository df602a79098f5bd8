package org.pentimento.audit.mitigation;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Model;
import org.pentimento.audit.inspection.model.ModelProbe;

/** How far a model's sketches are from true ones. */
public final class Errors {
  private Errors() {}

  /** Mean absolute difference over pairs, in [0, 1]. */
  public static double of(Model model, List<Pair> pairs) throws IOException {
    double sum = 0;
    for (Pair pair : pairs) {
      sum +=
          ModelProbe.difference(
              model.sketch(List.of(pair.photo().decode().colour())).get(0),
              pair.sketch().decode().grey());
    }
    return sum / pairs.size();
  }
}
