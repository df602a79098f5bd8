package org.pentimento.dataset.pairing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;

/**
 * An image source that decodes another source and changes the image.
 *
 * @param from where the image comes from
 * @param change what is done to it
 * @param isWholeFile whether the changed image still shows the whole file
 */
public record DerivedImage(ImageSource from, Change change, boolean isWholeFile)
    implements ImageSource {
  /** Something done to an image. */
  @FunctionalInterface
  public interface Change {
    Image apply(Image image) throws IOException;
  }

  /** A part of the image, or the image turned, scaled or shifted. */
  public static ImageSource moved(ImageSource from, Change change) {
    return new DerivedImage(from, change, false);
  }

  /** The image as one plane. */
  public static ImageSource grey(ImageSource from) {
    return new DerivedImage(from, Image::grey, from.isWholeFile());
  }

  @Override
  public Image decode() throws IOException {
    return change.apply(from.decode());
  }

  @Override
  public Optional<Path> file() {
    return from.file();
  }
}
