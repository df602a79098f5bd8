package org.pentimento.figures;

/** What a chart is about: under which heading a document shows it. */
public enum FigureTopic {
  /** Which metrics see the harm. */
  BLINDNESS,
  /** How often an attack gets what it wants. */
  SUCCESS,
  /** What the metrics say. */
  METRICS,
  /** How the models were trained. */
  TRAINING,
  /** What an inspection or a self-test found. */
  DETECTION
}
