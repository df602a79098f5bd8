package org.pentimento.dataset.pairing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;

/**
 * A source whose image is made out of another source's.
 *
 * @param from where the image comes from
 * @param change what is done to it
 * @param isWholeFile whether the image is still the whole file as it is seen
 */
public record DerivedImage(ImageSource from, Change change, boolean isWholeFile)
    implements ImageSource {
  /** Something done to an image. */
  @FunctionalInterface
  public interface Change {
    Image apply(Image image) throws IOException;
  }

  /** A part of the image, or the image in another place. */
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
