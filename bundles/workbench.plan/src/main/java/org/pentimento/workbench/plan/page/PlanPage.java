package org.pentimento.workbench.plan.page;

import java.util.List;
import org.eclipse.swt.widgets.Control;

/** A page of the editor. */
public interface PlanPage {
  /** What the editor shows. */
  Control control();

  /** Brings the page in step with the text. */
  void refresh();

  /** Shows what is wrong. */
  void mark();

  /** Keys of the plan whose values are on this page. */
  List<String> keys();

  void setFocus();
}
