package org.pentimento.api.metric;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.ImageSource;

/**
 * Extension kind: a metric of a whole set of candidates, such as whether the right person is still
 * found. Stateless.
 */
@ConsumerType
public interface SetMetric extends Metric {
  /**
   * One member of the set.
   *
   * @param id of the pair
   * @param identity of the person
   * @param photo the clean photo
   * @param sketch the true sketch
   * @param candidate the sketch to judge
   */
  record Item(
      String id, String identity, ImageSource photo, ImageSource sketch, ImageSource candidate) {}

  /**
   * Measures the set.
   *
   * @return one measurement per item, in order, whose mean is the metric's value for the set
   */
  List<Measurement> measure(List<Item> items, Settings settings, Progress progress)
      throws IOException, CancelledException;
}
