package org.pentimento.workbench.preview;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.pentimento.protocol.question.Picture;

/** Makes images for SWT of the pictures that the preview process sends. */
public final class PreviewImages {
  private PreviewImages() {}

  /** A picture as image data, which needs no display and need not be disposed. */
  public static ImageData of(Picture picture) {
    PaletteData palette = picture.planes() == 3 ? new PaletteData(0xff0000, 0xff00, 0xff) : greys();
    int depth = 8 * picture.planes();
    ImageData data = new ImageData(picture.width(), picture.height(), depth, palette);
    int row = picture.width() * picture.planes();
    for (int y = 0; y < picture.height(); y++) {
      System.arraycopy(picture.pixels(), y * row, data.data, y * data.bytesPerLine, row);
    }
    return data;
  }

  private static PaletteData greys() {
    RGB[] greys = new RGB[256];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = new RGB(i, i, i);
    }
    return new PaletteData(greys);
  }
}
