package org.pentimento.workbench.table;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.swt.widgets.Composite;

/**
 * Lays columns out, but not while they are being made: GTK resizes the earlier ones when a column
 * comes, which is before anybody can say how wide that one is to be.
 */
public final class PatientLayout extends TableColumnLayout {
  private boolean waits;

  /**
   * Makes columns, or takes them away, and lays out afterwards.
   *
   * @param box whose layout this is
   */
  public void whileMaking(Composite box, Runnable making) {
    waits = true;
    making.run();
    waits = false;
    box.layout(true, true);
  }

  @Override
  protected void layout(Composite composite, boolean flushCache) {
    if (!waits) {
      super.layout(composite, flushCache);
    }
  }
}
