package org.pentimento.api.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An image that is decoded when it is asked for. Nothing is kept between calls, so a million
 * sources cost little.
 */
@ConsumerType
@FunctionalInterface
public interface ImageSource {
  /**
   * Decodes the image anew.
   *
   * @throws org.pentimento.api.BadInputException if the file is not an image that can be used,
   *     naming it
   * @throws IOException if it cannot be read
   */
  Image decode() throws IOException;

  /** The file that the image comes from, if it comes from one. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /**
   * Whether the image is its {@link #file} as it is seen, at most made grey: neither cut nor turned
   * nor aligned. Whoever has the file then needs no source to show it.
   */
  default boolean isWholeFile() {
    return false;
  }

  /** An image that is at hand already. */
  static ImageSource of(Image image) {
    return () -> image;
  }
}
