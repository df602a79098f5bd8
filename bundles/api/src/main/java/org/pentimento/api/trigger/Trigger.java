package org.pentimento.api.trigger;

import java.io.IOException;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;

/** Extension kind: what an attacker stamps on a photo. Stateless and deterministic. */
@ConsumerType
public interface Trigger extends Extension {
  /**
   * Stamps the trigger on a photo. The trigger is the same for all photos of one seed; only what
   * depends on the photo itself (its size, the eyes) differs.
   *
   * @param photo 1 or 3 planes
   * @param eyes centres of the eyes, if known
   * @param settings checked against the descriptor
   * @param seed of everything random in the trigger, such as a noise pattern
   * @return a new image of the same size and planes
   * @throws org.pentimento.api.BadInputException if this photo cannot carry the trigger, or a file
   *     it needs cannot be used
   */
  Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) throws IOException;

  /**
   * Makes what is the same for all photos of one seed, such as a pattern, once instead of for each
   * photo. Whoever stamps several photos calls this; a trigger whose work lies in the photo alone
   * need not have it.
   *
   * @param settings checked against the descriptor
   * @param seed of everything random in the trigger
   * @return stamps a photo exactly as {@link #apply(Image, Optional, Settings, long)} would
   * @throws org.pentimento.api.BadInputException if a file that it needs cannot be used
   */
  default Stamp prepare(Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    return (photo, eyes) -> apply(photo, eyes, settings, seed);
  }

  /** A trigger with its settings and its seed. Safe for use from several threads. */
  @ConsumerType
  @FunctionalInterface
  interface Stamp {
    /**
     * Stamps the trigger on a photo.
     *
     * @param photo 1 or 3 planes
     * @param eyes centres of the eyes, if known
     * @return a new image of the same size and planes
     * @throws org.pentimento.api.BadInputException if this photo cannot carry the trigger
     */
    Image apply(Image photo, Optional<Eyes> eyes) throws IOException;
  }
}
