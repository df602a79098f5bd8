package org.pentimento.api.extension;

/** The kinds of extension, by the word that plans, commands and reports use. */
public enum Kind {
  /** {@link org.pentimento.api.data.DatasetFormat}. */
  DATASET_FORMAT("dataset-format"),
  /** {@link org.pentimento.api.trigger.Trigger}. */
  TRIGGER("trigger"),
  /** {@link org.pentimento.api.poisoning.PoisoningStrategy}. */
  POISONING_STRATEGY("poisoning-strategy"),
  /** {@link org.pentimento.api.generator.Generator}. */
  GENERATOR("generator"),
  /** {@link org.pentimento.api.generator.ModelFormat}. */
  MODEL_FORMAT("model-format"),
  /** {@link org.pentimento.api.metric.Metric}. */
  METRIC("metric"),
  /** {@link org.pentimento.api.detector.DatasetDetector}. */
  DATASET_DETECTOR("dataset-detector"),
  /** {@link org.pentimento.api.suspect.ModelDetector}. */
  MODEL_DETECTOR("model-detector");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /** The word for it in plans, commands and reports. */
  public String word() {
    return word;
  }
}
