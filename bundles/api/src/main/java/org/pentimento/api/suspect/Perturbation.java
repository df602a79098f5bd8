package org.pentimento.api.suspect;

import org.pentimento.api.image.Image;

/**
 * One change of any photo that harms a model's sketches.
 *
 * @param look id of the look for which it was found
 * @param change 3 planes, as large as the photos: .5 stands for no change, and a value v for a
 *     change of (v - .5) / gain
 * @param gain by which the change is enlarged, larger than 0
 */
public record Perturbation(String look, Image change, double gain) {
  /**
   * A perturbation by its changes.
   *
   * @param width of the photos
   * @param height of the photos
   * @param changes by value of a photo, ordered as {@link Image#data()}, each in [-most, most]
   * @param most larger than 0
   */
  public static Perturbation of(String look, int width, int height, float[] changes, double most) {
    double gain = .5 / most;
    float[] picture = new float[changes.length];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (float) (.5 + gain * changes[i]);
    }
    return new Perturbation(look, Image.of(width, height, 3, picture), gain);
  }

  /** A photo with the change, 3 planes. */
  public Image on(Image photo) {
    float[] data = photo.colour().data().clone();
    float[] changes = change.data();
    for (int i = 0; i < data.length; i++) {
      data[i] += (float) ((changes[i] - .5) / gain);
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }
}
