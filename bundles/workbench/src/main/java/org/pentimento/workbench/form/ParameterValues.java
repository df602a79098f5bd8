package org.pentimento.workbench.form;

import java.util.Optional;

/** Where a form's values are kept: as texts, the way a plan spells them. */
public interface ParameterValues {
  /**
   * The value of a parameter as it was given; empty if none was, so that its default counts.
   *
   * @param id of the parameter
   */
  String get(String id);

  /** Keeps a value, right or wrong; an empty one takes it away. In the display's thread. */
  void set(String id, String value);

  /**
   * What is wrong with the value of a parameter, as a sentence; empty if nothing is known to be.
   */
  Optional<String> problem(String id);
}
