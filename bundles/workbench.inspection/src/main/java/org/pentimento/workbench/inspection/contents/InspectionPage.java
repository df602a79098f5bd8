package org.pentimento.workbench.inspection.contents;

import org.eclipse.swt.widgets.Control;

/** A page of the editor of an inspection. */
public interface InspectionPage {
  /** What fills the page. */
  Control control();

  /** Shows an inspection that was read. */
  void show(ShownInspection inspection);

  /** Puts the keyboard's focus where one begins to read. */
  void setFocus();
}
