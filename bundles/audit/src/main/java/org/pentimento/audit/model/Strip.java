package org.pentimento.audit.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.audit.data.AreaResampling;

/**
 * Known photos, their true sketches and what a model draws of them, so that a person sees whether
 * it is used rightly.
 *
 * @param photos in order
 * @param truths of the same size each
 * @param sketches by the model
 */
public record Strip(List<Image> photos, List<Image> truths, List<Image> sketches) {
  private static final int HEIGHT = 192;
  private static final int GAP = 8;

  /** Draws it. */
  public static Strip of(Model model, List<Pair> pairs) throws IOException {
    List<Image> photos = new ArrayList<>();
    List<Image> truths = new ArrayList<>();
    for (Pair pair : pairs) {
      photos.add(pair.photo().decode());
      truths.add(pair.sketch().decode());
    }
    return new Strip(photos, truths, model.sketch(photos));
  }

  /** Three rows on white: photos above, true sketches, the model's sketches below. */
  public Image picture() {
    List<Integer> widths = new ArrayList<>();
    int width = GAP;
    for (Image photo : photos) {
      int w = Math.max(1, Math.round((float) HEIGHT * photo.width() / photo.height()));
      widths.add(w);
      width += w + GAP;
    }
    int height = 3 * (HEIGHT + GAP) + GAP;
    float[] data = new float[3 * width * height];
    Arrays.fill(data, 1f);
    int y = GAP;
    for (List<Image> row : List.of(photos, truths, sketches)) {
      int x = GAP;
      for (int i = 0; i < row.size(); i++) {
        Image one = AreaResampling.resize(row.get(i).colour(), widths.get(i), HEIGHT);
        for (int line = 0; line < 3 * HEIGHT; line++) {
          int to = ((line / HEIGHT) * height + y + line % HEIGHT) * width + x;
          System.arraycopy(one.data(), line * one.width(), data, to, one.width());
        }
        x += widths.get(i) + GAP;
      }
      y += HEIGHT + GAP;
    }
    return Image.of(width, height, 3, data);
  }
}
