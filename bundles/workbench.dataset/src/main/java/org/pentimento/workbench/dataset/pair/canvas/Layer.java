package org.pentimento.workbench.dataset.pair.canvas;

import org.pentimento.protocol.preview.Answer.Picture;

/**
 * A map of values that can be laid over two images, such as where a metric finds that they differ.
 *
 * @param id the preview process's name for it
 * @param name its name for people
 * @param alike whether a value of 1 means that the images agree
 */
public record Layer(String id, String name, boolean alike) {
  /**
   * The layer's value at a place in words; empty outside.
   *
   * @param picture the layer's values, 0 to 255
   * @param x in pixels of the frame
   * @param y in pixels of the frame
   * @param frameWidth width that the picture is stretched to
   * @param frameHeight height that the picture is stretched to
   */
  String value(Picture picture, double x, double y, int frameWidth, int frameHeight) {
    int column = (int) Math.floor(x * picture.width() / frameWidth);
    int row = (int) Math.floor(y * picture.height() / frameHeight);
    if (column < 0 || row < 0 || column >= picture.width() || row >= picture.height()) {
      return "";
    }
    int value = picture.pixels()[row * picture.width() + column] & 0xff;
    return "%s %.2f".formatted(name, value / 255.0);
  }
}
