package org.pentimento.dataset.faces.medium;

/** What a face in an image is made of. */
public enum Material {
  BACKDROP,
  CLOTH,
  SKIN,
  LIP,
  HAIR,
  BROW,
  EYEBALL,
  IRIS,
  PUPIL,
  GLINT,
  /** Folds, lashes, nostrils: dark in any light. */
  CREASE,
  /** An edge that a pencil draws and a camera does not see. */
  CONTOUR,
  FRAME,
  LENS
}
