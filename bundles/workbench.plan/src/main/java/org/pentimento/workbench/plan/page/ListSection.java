package org.pentimento.workbench.plan.page;

import java.util.List;
import org.eclipse.swt.widgets.Composite;

/** One of the lists of a {@link ListPage}. */
interface ListSection {
  /** Key of the list in the plan. */
  String key();

  /** Title of the list. */
  String title();

  /** What can be added to it. */
  List<ItemList.Choice> choices();

  /** An item in words. */
  String words(String path);

  /**
   * Makes the form of the item that is chosen.
   *
   * @param resized called when it needs another height
   */
  ItemPanel panel(Composite parent, Runnable resized);
}
