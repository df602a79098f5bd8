package org.pentimento.audit.training;

import java.util.List;
import java.util.Map;
import org.pentimento.api.image.Image;

/** Who watches a run beside its progress. */
public interface RunListener {
  /** A training step's losses. */
  void loss(String training, long step, long total, Map<String, Double> losses);

  /** Sketches of a few photos while the training goes on. */
  void preview(String training, long step, List<Image> sketches);
}
