package org.pentimento.audit.step;

import java.util.Map;

/** Who watches the steps of a run. */
public interface StepListener {
  /** Watches nothing. */
  StepListener NONE =
      new StepListener() {
        @Override
        public void begins(String key, String name, Map<String, ?> inputs) {}

        @Override
        public void ended(String key, boolean before) {}
      };

  /**
   * A step is about to be done, or found done.
   *
   * @param key that no other step has
   * @param name what kind of step it is
   * @param inputs what its results depend on
   */
  void begins(String key, String name, Map<String, ?> inputs);

  /**
   * A step is done.
   *
   * @param before whether it had been done before
   */
  void ended(String key, boolean before);
}
