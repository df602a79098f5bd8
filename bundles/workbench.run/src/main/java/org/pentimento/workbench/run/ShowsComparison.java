package org.pentimento.workbench.run;

/** An editor that can be asked to show a comparison; a run's editor adapts to it. */
public interface ShowsComparison {
  /**
   * Shows a comparison, now or as soon as the run is read.
   *
   * @param comparison its id, such as {@code fcn/1/s1}
   */
  void show(String comparison);
}
