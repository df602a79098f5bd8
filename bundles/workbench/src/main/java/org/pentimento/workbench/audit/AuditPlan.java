package org.pentimento.workbench.audit;

import org.pentimento.casefile.event.DatasetRecord;

/** The plan with which the audit of a data set begins. */
public final class AuditPlan {
  private AuditPlan() {}

  /**
   * The plan of a usual audit, with one attack.
   *
   * @param threads that it gets
   * @return YAML
   */
  public static String of(DatasetRecord dataset, int threads) {
    return new StartingPoint.OfDataset(dataset).plan(threads);
  }
}
