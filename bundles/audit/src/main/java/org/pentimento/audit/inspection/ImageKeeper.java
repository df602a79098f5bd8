package org.pentimento.audit.inspection;

import java.io.IOException;
import org.pentimento.api.image.Image;

/** Keeps images. */
@FunctionalInterface
public interface ImageKeeper {
  /** Keeps one; gives the SHA-256 of its PNG. */
  String put(Image image) throws IOException;
}
