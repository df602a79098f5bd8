package org.pentimento.detector.sketching;

import java.util.Arrays;
import java.util.List;
import org.pentimento.api.image.Image;

/** Images beside and below each other. */
public final class Sheet {
  private Sheet() {}

  /**
   * Puts images of one size together.
   *
   * @param rows each as long as the first
   */
  public static Image of(List<List<Image>> rows) {
    Image first = rows.get(0).get(0);
    int columns = rows.get(0).size();
    int width = columns * first.width();
    int height = rows.size() * first.height();
    float[] data = new float[3 * width * height];
    Arrays.fill(data, 1);
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns; c++) {
        Image image = rows.get(r).get(c).colour();
        for (int p = 0; p < 3; p++) {
          for (int y = 0; y < first.height(); y++) {
            System.arraycopy(
                image.data(),
                (p * first.height() + y) * first.width(),
                data,
                (p * height + r * first.height() + y) * width + c * first.width(),
                first.width());
          }
        }
      }
    }
    return Image.of(width, height, 3, data);
  }
}
