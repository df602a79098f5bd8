package org.pentimento.workbench.plan.page;

/** The form of one item of a list of the plan. */
interface ItemPanel {
  /**
   * Shows an item.
   *
   * @param path of the item in the plan; empty for none
   */
  void show(String path);

  /** Marks what is wrong. */
  void mark();

  /**
   * Puts the focus into the first field whose value is wrong.
   *
   * @return false if there is none
   */
  boolean focusWrong();
}
