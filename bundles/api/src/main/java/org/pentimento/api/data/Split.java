package org.pentimento.api.data;

/** What a pair is meant for, as far as its data set says so. */
public enum Split {
  /** A model is trained on it. */
  TRAIN,
  /** Models are tried on it. */
  TEST,
  /** The data set does not say. */
  NONE
}
