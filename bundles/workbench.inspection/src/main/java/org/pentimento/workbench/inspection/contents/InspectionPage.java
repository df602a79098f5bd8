package org.pentimento.workbench.inspection.contents;

import org.eclipse.swt.widgets.Control;

/**
 * A page of the editor of an inspection.
 *
 * @param <S> what it shows
 */
public interface InspectionPage<S> {
  /** What fills the page. */
  Control control();

  /** Shows an inspection that was read. */
  void show(S inspection);

  /** Puts the keyboard's focus where one begins to read. */
  void setFocus();
}
