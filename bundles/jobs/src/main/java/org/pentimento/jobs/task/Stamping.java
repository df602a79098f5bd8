package org.pentimento.jobs.task;

import java.io.IOException;
import java.util.Optional;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.data.EightBit;

/**
 * A trigger that is stamped on photos of which the eyes are not known.
 *
 * @param seed of everything random in it
 */
record Stamping(Trigger trigger, Settings settings, long seed) {
  Image on(Image photo) throws IOException {
    return EightBit.round(trigger.apply(photo, Optional.empty(), settings, seed));
  }
}
