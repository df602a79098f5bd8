package org.pentimento.jobs.preview;

import java.io.IOException;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.audit.data.AreaResampling;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;

/** Makes small pictures of images. */
public final class SmallPictures {
  private SmallPictures() {}

  /**
   * Photo and sketch, each made smaller if its longer side exceeds the given one.
   *
   * @param side in pixels
   * @throws IOException if one of them cannot be decoded
   */
  public static PairPictures of(ImageSource photo, ImageSource sketch, int side)
      throws IOException {
    return new PairPictures(of(photo.decode(), side), of(sketch.decode(), side));
  }

  private static Picture of(Image image, int side) {
    int longer = Math.max(image.width(), image.height());
    if (longer <= side) {
      return Picture.of(image);
    }
    int width = Math.max(1, Math.round((float) image.width() * side / longer));
    int height = Math.max(1, Math.round((float) image.height() * side / longer));
    return Picture.of(AreaResampling.resize(image, width, height));
  }
}
