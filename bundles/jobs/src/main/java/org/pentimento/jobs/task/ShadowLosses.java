package org.pentimento.jobs.task;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pentimento.api.image.Image;
import org.pentimento.audit.training.RunListener;
import org.pentimento.protocol.JobEvent;

/**
 * Tells the losses of trainings; nobody looks at sketches while shadow models learn.
 *
 * @param events to be told
 */
record ShadowLosses(Consumer<JobEvent> events) implements RunListener {
  @Override
  public void loss(String training, long step, long total, Map<String, Double> losses) {
    events.accept(new JobEvent.Loss(training, step, total, losses));
  }

  @Override
  public void preview(String training, long step, List<Image> sketches) {
    // not wanted
  }
}
