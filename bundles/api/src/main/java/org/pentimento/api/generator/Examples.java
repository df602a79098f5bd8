package org.pentimento.api.generator;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;
import org.pentimento.api.image.Image;

/**
 * What a generator learns from. Images are decoded on demand; safe for use from several threads.
 */
@ProviderType
public interface Examples {
  /** How many there are, at least 1. */
  int size();

  /** Width of all images in pixels. */
  int width();

  /** Height of all images in pixels. */
  int height();

  /** The photo of an example, 3 planes. */
  Image photo(int index) throws IOException;

  /** The sketch to be learned for it, 1 plane. */
  Image sketch(int index) throws IOException;
}
