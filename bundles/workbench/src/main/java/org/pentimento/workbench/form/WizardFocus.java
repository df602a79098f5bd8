package org.pentimento.workbench.form;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/**
 * Where the keyboard is after a page of a wizard was turned. If <em>Next</em> cannot be pressed on
 * the new page, the system gives the keyboard to the button before it, which is <em>Back</em>, and
 * the next press of Enter would go back.
 */
public final class WizardFocus {
  private WizardFocus() {}

  /** Keeps the keyboard on each new page, or on the button that leads on. */
  public static WizardDialog kept(WizardDialog dialog) {
    dialog.addPageChangedListener(
        event -> {
          Shell shell = dialog.getShell();
          if (shell != null && !shell.isDisposed()) {
            shell.getDisplay().asyncExec(() -> place(dialog, shell));
          }
        });
    return dialog;
  }

  private static void place(WizardDialog dialog, Shell shell) {
    IWizardPage page = shell.isDisposed() ? null : dialog.getCurrentPage();
    Control content = page == null ? null : page.getControl();
    if (content == null || content.isDisposed() || isWithin(focused(shell), content)) {
      return;
    }
    Button on = shell.getDefaultButton();
    if (on != null && on.isEnabled()) {
      on.setFocus();
    } else {
      content.setFocus();
    }
  }

  private static @Nullable Control focused(Shell shell) {
    return shell.getDisplay().getFocusControl();
  }

  private static boolean isWithin(@Nullable Control control, Control content) {
    for (Control at = control; at != null; at = at.getParent()) {
      if (at == content) {
        return true;
      }
    }
    return false;
  }
}
