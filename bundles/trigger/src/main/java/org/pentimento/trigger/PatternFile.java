package org.pentimento.trigger;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;

/**
 * A pattern that a person gives as an image file. It is read anew for every photo, because triggers
 * keep no state and the file may be replaced between runs.
 *
 * @param codec reads it
 */
record PatternFile(ImageCodec codec) {
  /**
   * Reads the pattern and stretches it.
   *
   * @param key parameter the path comes from, for the message
   * @param path of an image file
   * @param width wanted, in pixels
   * @param height wanted, in pixels
   * @param planes wanted, 1 or 3
   */
  Image read(String key, String path, int width, int height, int planes) throws IOException {
    Path file;
    try {
      file = Path.of(path);
    } catch (InvalidPathException e) {
      throw new BadInputException(
          "The parameter " + key + " is '" + path + "', which cannot be the path of a file.",
          "Give the path of an image file.",
          e);
    }
    Image pattern = codec.read(file);
    return TriangleResize.resize(planes == 1 ? pattern.grey() : pattern.colour(), width, height);
  }
}
