package org.pentimento.workbench.run;

/** Shows a comparison of a run on request. The editor of a run adapts to it. */
public interface ShowsComparison {
  /**
   * Shows a comparison, now or as soon as the run is read.
   *
   * @param comparison its id, such as {@code fcn/1/s1}
   */
  void show(String comparison);
}
