package org.pentimento.api.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Service that reads images from files and writes them. What it reads is taken for hostile. Safe
 * for use from several threads.
 */
@ProviderType
public interface ImageCodec {
  /**
   * Decodes a file as it would be seen: turned as its EXIF data say, colours converted to sRGB, 16
   * bits scaled to [0, 1], transparency over white.
   *
   * @param file PNG, JPEG, BMP, GIF, TIFF, PGM or PPM, whatever its name says
   * @return 1 plane if the file is grey, else 3
   * @throws org.pentimento.api.BadInputException if it is truncated, too large or no image, naming
   *     the file
   */
  Image read(Path file) throws IOException;

  /** A source that decodes the file each time. */
  default ImageSource source(Path file) {
    return new ImageSource() {
      @Override
      public Image decode() throws IOException {
        return read(file);
      }

      @Override
      public Optional<Path> file() {
        return Optional.of(file);
      }

      @Override
      public boolean isWholeFile() {
        return true;
      }
    };
  }

  /**
   * Writes an 8-bit PNG, the same bytes for the same image every time; values are rounded to the
   * nearest of 255 steps.
   */
  void writePng(Image image, OutputStream out) throws IOException;
}
