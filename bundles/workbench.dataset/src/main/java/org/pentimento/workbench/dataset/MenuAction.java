package org.pentimento.workbench.dataset;

import org.eclipse.jface.action.Action;

/** A menu entry that runs a piece of code. */
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
