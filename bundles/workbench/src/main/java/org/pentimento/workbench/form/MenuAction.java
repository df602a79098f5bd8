package org.pentimento.workbench.form;

import org.eclipse.jface.action.Action;

/** A menu entry that runs a piece of code. */
public final class MenuAction extends Action {
  private final Runnable what;

  /**
   * An entry.
   *
   * @param text with its mnemonic, and its keys behind a tab
   * @param what to run
   */
  public MenuAction(String text, Runnable what) {
    super(text);
    this.what = what;
  }

  @Override
  public void run() {
    what.run();
  }
}
