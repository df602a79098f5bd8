package org.pentimento.detector.compact;

import org.pentimento.api.image.Image;

/** A kind of change of photos that has a few parameters. Stateless. */
public interface PhotoChange {
  /** Number of parameters. */
  int size();

  /**
   * A photo with the change.
   *
   * @param photo 3 planes
   */
  Image apply(Image photo, double[] parameters);

  /**
   * Carries a gradient for a changed photo back to the parameters.
   *
   * @param photo as it was
   * @param gradient by value of the changed photo
   * @param sum where the gradient by parameter is added
   */
  void back(Image photo, double[] parameters, float[] gradient, double[] sum);
}
