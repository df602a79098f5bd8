package org.pentimento.jobs.preview;

import org.pentimento.api.image.Image;
import org.pentimento.audit.data.AreaResampling;
import org.pentimento.protocol.preview.Answer.Picture;

/** Small pictures of images. */
public final class Thumbnail {
  private Thumbnail() {}

  /** The image, made smaller if its longer side exceeds the given one. */
  public static Picture of(Image image, int side) {
    int longer = Math.max(image.width(), image.height());
    if (longer <= side) {
      return Picture.of(image);
    }
    int width = Math.max(1, Math.round((float) image.width() * side / longer));
    int height = Math.max(1, Math.round((float) image.height() * side / longer));
    return Picture.of(AreaResampling.resize(image, width, height));
  }
}
