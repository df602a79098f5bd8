package org.pentimento.workbench.plan.page;

import java.util.List;
import org.eclipse.swt.widgets.Control;
import org.pentimento.workbench.plan.model.PlanProblem;

/** A page of the plan's editor. */
public interface PlanPage {
  /** What its tab says. */
  String title();

  /** What the editor shows. */
  Control control();

  /** Brings the page in step with the text of the plan. */
  void refresh();

  /** Marks what is wrong. */
  void mark();

  /**
   * Selects what is wrong and puts the focus there.
   *
   * @return false if nothing on the page shows it
   */
  boolean reveal(PlanProblem problem);

  /** Keys of the plan whose values are on this page. */
  List<String> keys();

  /** Puts the focus where work on the page begins. */
  void setFocus();

  /** Called when the editor is closed. */
  default void dispose() {}
}
