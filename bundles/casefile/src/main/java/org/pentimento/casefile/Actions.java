package org.pentimento.casefile;

/** Actions that this package writes or understands. */
final class Actions {
  static final String CASE_CREATED = "case-created";
  static final String RECOVERED = "recovered";
  static final String INDEX_REBUILT = "index-rebuilt";
  static final String KEY_CHANGED = "key-changed";
  static final String LEFT_OVER = "left-over";
  static final String DATASET_IMPORTED = "dataset-imported";
  static final String MODEL_IMPORTED = "model-imported";
  static final String RUN_STARTED = "run-started";
  static final String RUN_FINISHED = "run-finished";
  static final String RUN_CANCELLED = "run-cancelled";
  static final String RUN_FAILED = "run-failed";
  static final String RUN_INTERRUPTED = "run-interrupted";
  static final String STEP_FINISHED = "step-finished";
  static final String TRAINING_MEASURED = "training-measured";
  static final String REPORT_WRITTEN = "report-written";

  private Actions() {}
}
