package org.pentimento.dataset.faces.medium;

import org.pentimento.api.image.Image;

/** What draws a face on the samples: the camera or the pencil. */
public interface DrawingMedium {
  /**
   * Covers a sample with a material, over what is there.
   *
   * @param index of the sample
   * @param x place in face units
   * @param y place in face units
   * @param cover from 0 to 1
   * @param light that falls on it, 1 being full
   * @param strand how light a strand or fibre is against its neighbours, from -1 to 1
   */
  void lay(int index, float x, float y, float cover, Material material, float light, float strand);

  /** The finished image. */
  Image develop();
}
