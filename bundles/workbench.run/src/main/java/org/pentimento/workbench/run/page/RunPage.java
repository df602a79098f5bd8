package org.pentimento.workbench.run.page;

import org.eclipse.swt.widgets.Control;

/** A page of a run's editor that shows one comparison. */
public interface RunPage {
  /** The control to lay out. */
  Control control();

  /** Shows a comparison. */
  void show(Shown shown);

  /** Shows that a pair is selected; an empty id says that none is. */
  void mark(String pair);

  /** Takes the keyboard. */
  void setFocus();
}
