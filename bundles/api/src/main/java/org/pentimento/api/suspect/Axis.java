package org.pentimento.api.suspect;

/** A question about a suspect model that is answered apart from the others. */
public enum Axis {
  /** Does a tiny change of a photo, the same for all photos, ruin the sketch? */
  SECOND_MODE,
  /** Does it draw untouched photos worse than clean models do? */
  HARM_WITHOUT_TRIGGER,
  /** Can a compact trigger be shown that ruins its sketches, and not those of clean models? */
  SHOWN_TRIGGER
}
