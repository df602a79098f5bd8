package org.pentimento.audit.inspection;

import java.io.IOException;
import org.pentimento.api.image.Image;

/** Reads images back that were kept. */
@FunctionalInterface
public interface KeptImages {
  /** The image of a SHA-256 that {@link ImageKeeper} gave. */
  Image get(String sha) throws IOException;
}
