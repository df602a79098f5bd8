package org.pentimento.casefile.event;

/** Actions that this package writes or understands. */
public final class Actions {
  public static final String CASE_CREATED = "case-created";
  public static final String RECOVERED = "recovered";
  public static final String INDEX_REBUILT = "index-rebuilt";
  public static final String KEY_CHANGED = "key-changed";
  public static final String LEFT_OVER = "left-over";
  public static final String DATASET_IMPORTED = "dataset-imported";
  public static final String MODEL_IMPORTED = "model-imported";
  public static final String RUN_STARTED = "run-started";
  public static final String RUN_FINISHED = "run-finished";
  public static final String RUN_CANCELLED = "run-cancelled";
  public static final String RUN_FAILED = "run-failed";
  public static final String RUN_INTERRUPTED = "run-interrupted";
  public static final String STEP_FINISHED = "step-finished";
  public static final String TRAINING_MEASURED = "training-measured";
  static final String REPORT_WRITTEN = "report-written";

  private Actions() {}
}
