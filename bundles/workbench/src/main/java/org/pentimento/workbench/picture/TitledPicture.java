package org.pentimento.workbench.picture;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A picture under a title.
 *
 * @param title what it shows, a few words
 * @param data its pixels; null if it cannot be shown, which is drawn as a crossed box
 * @param place that is framed in it, in its pixels; null if none is
 */
public record TitledPicture(String title, @Nullable ImageData data, @Nullable Rectangle place) {
  /** A picture without a frame. */
  public TitledPicture(String title, @Nullable ImageData data) {
    this(title, data, null);
  }
}
