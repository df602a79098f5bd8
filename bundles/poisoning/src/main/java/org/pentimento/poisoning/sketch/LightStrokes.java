package org.pentimento.poisoning.sketch;

import org.pentimento.api.image.Image;

/**
 * Divides the pixels of a sketch by a threshold and turns the dark or the light ones into paper.
 *
 * @param threshold values below this, from 0 to 1, are dark
 * @param keepDark whether the dark pixels stay and the others go; else the other way round
 * @param localPaper whether what goes takes the tone of the paper around it; else it becomes white
 */
public record LightStrokes(float threshold, boolean keepDark, boolean localPaper)
    implements Redrawing {
  /**
   * The attack as published: what is darker than the threshold becomes white.
   *
   * @param threshold from 0 to 255
   */
  public static LightStrokes published(int threshold) {
    return new LightStrokes(threshold / 255f, false, false);
  }

  @Override
  public Image redraw(Image sketch) {
    float[] data = sketch.data().clone();
    float[] paper = localPaper ? Paper.localTone(sketch, threshold) : null;
    for (int i = 0; i < data.length; i++) {
      if (data[i] < threshold != keepDark) {
        data[i] = paper == null ? 1 : paper[i];
      }
    }
    return Image.of(sketch.width(), sketch.height(), 1, data);
  }
}
