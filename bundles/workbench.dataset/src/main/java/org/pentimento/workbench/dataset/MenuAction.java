package org.pentimento.workbench.dataset;

import org.eclipse.jface.action.Action;

/** An entry of a menu that does something. */
final class MenuAction extends Action {
  private final Runnable what;

  MenuAction(String text, Runnable what) {
    super(text);
    this.what = what;
  }

  @Override
  public void run() {
    what.run();
  }
}
