package org.pentimento.casefile.verify;

/** How closely a case is looked at. */
public enum Depth {
  /**
   * The custody log line by line, whether all that it leads to is there, and the sizes of copied
   * files. No content of evidence is read, so that this takes seconds.
   */
  LOG_AND_SIZES,

  /** All content too: each file is hashed. */
  CONTENT
}
