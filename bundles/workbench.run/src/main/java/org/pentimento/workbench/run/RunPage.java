package org.pentimento.workbench.run;

import org.eclipse.swt.widgets.Control;

/** A page of a run's editor. */
interface RunPage {
  /** The control to lay out. */
  Control control();

  /** Shows a comparison. */
  void show(Shown shown);

  /** Shows that a pair is selected; none if the id is empty. */
  void mark(String pair);

  /** Takes the keyboard. */
  void setFocus();
}
