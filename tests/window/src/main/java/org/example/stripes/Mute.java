package org.example.stripes;

import java.util.Optional;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;

/** A trigger that cannot describe itself. */
public final class Mute implements Trigger {
  @Override
  public Descriptor descriptor() {
    throw new IllegalStateException("lost for words");
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
    return photo;
  }
}
