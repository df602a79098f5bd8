package org.pentimento.api.detector;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;

/**
 * Extension kind: an analysis that looks for a hidden attack in pairs, in a model, or in both.
 * Stateless.
 */
@ConsumerType
public interface Detector extends Extension {
  /**
   * Looks for an attack.
   *
   * @param pairs to look at, decoded on demand
   * @param model to look at, if there is one
   * @param seed of everything random
   * @return what was found; an empty list means that this detector found nothing, not that nothing
   *     is there
   */
  List<Finding> detect(
      List<Pair> pairs, Optional<Model> model, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException;
}
