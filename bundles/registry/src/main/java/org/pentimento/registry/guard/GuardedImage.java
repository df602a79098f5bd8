package org.pentimento.registry.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;

/** An image of a data set, decoded under the guard of its format; a million of them cost little. */
record GuardedImage(ImageSource source, GuardedExtension format) implements ImageSource {
  @Override
  public Image decode() throws IOException {
    return format.decoded(source);
  }

  @Override
  public Optional<Path> file() {
    return source.file();
  }

  @Override
  public boolean isWholeFile() {
    return source.isWholeFile();
  }
}
