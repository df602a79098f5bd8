package org.pentimento.launcher;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is left to do when the work is done or has failed: stopping, removing, tidying up. The
 * outcome of the work is settled by then, so that nothing which goes wrong here changes it or keeps
 * the next step from being done. By then the product may have been changed or removed; even its
 * classes may be gone.
 */
final class Afterwards implements AutoCloseable {
  private final Deque<Step> steps = new ArrayDeque<>();

  /** Something to do afterwards. */
  interface Step {
    void run() throws Exception;
  }

  /** Adds a step, which comes before those that were added earlier. */
  void add(Step step) {
    steps.push(step);
  }

  @Override
  public void close() {
    for (Step step : steps) {
      try {
        step.run();
      } catch (Exception | LinkageError e) {
        // What was left behind takes some room until the next process tidies up.
      }
    }
  }
}
