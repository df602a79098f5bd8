package org.pentimento.workbench.chart;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;
import org.pentimento.chart.draw.Rendering;

/** A rendering's pixels as SWT takes them. */
final class RenderingImage {
  private RenderingImage() {}

  /** The pixels; can be called in any thread. */
  static ImageData data(Rendering rendering) {
    int width = (int) Math.ceil(rendering.width() * rendering.scale());
    int height = (int) Math.ceil(rendering.height() * rendering.scale());
    ImageData data =
        new ImageData(width, height, 24, new PaletteData(0xff0000, 0x00ff00, 0x0000ff));
    for (int y = 0; y < height; y++) {
      int to = y * data.bytesPerLine;
      for (int x = 0; x < width; x++) {
        int pixel = rendering.rgb()[y * width + x];
        data.data[to++] = (byte) (pixel >> 16);
        data.data[to++] = (byte) (pixel >> 8);
        data.data[to++] = (byte) pixel;
      }
    }
    return data;
  }

  /**
   * An image with all the pixels that the rendering has, also on screens of more than 100 %.
   *
   * @param data the rendering's pixels
   */
  static Image of(Display display, Rendering rendering, ImageData data) {
    ImageDataProvider provider =
        zoom ->
            Math.abs(zoom / 100. - rendering.scale()) < .01
                ? data
                : data.scaledTo(rendering.width() * zoom / 100, rendering.height() * zoom / 100);
    return new Image(display, provider);
  }
}
