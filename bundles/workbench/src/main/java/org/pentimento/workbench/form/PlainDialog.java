package org.pentimento.workbench.form;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.jspecify.annotations.Nullable;

/**
 * Dialogs that show a text as it is. {@link MessageDialog} takes the character {@code &} for the
 * mark of a key and leaves it out, also in names of people, files and cases.
 */
public final class PlainDialog {
  private PlainDialog() {}

  private static String shown(@Nullable String text) {
    return String.valueOf(text).replace("&", "&&");
  }

  /** Says what is so. */
  public static void openInformation(@Nullable Shell parent, String title, @Nullable String text) {
    MessageDialog.openInformation(parent, title, shown(text));
  }

  /** Says what to look out for. */
  public static void openWarning(@Nullable Shell parent, String title, @Nullable String text) {
    MessageDialog.openWarning(parent, title, shown(text));
  }

  /** Says what failed. */
  public static void openError(@Nullable Shell parent, String title, @Nullable String text) {
    MessageDialog.openError(parent, title, shown(text));
  }

  /** Asks with OK and Cancel; true for OK. */
  public static boolean openConfirm(@Nullable Shell parent, String title, @Nullable String text) {
    return MessageDialog.openConfirm(parent, title, shown(text));
  }

  /** Asks with Yes and No; true for Yes. */
  public static boolean openQuestion(@Nullable Shell parent, String title, @Nullable String text) {
    return MessageDialog.openQuestion(parent, title, shown(text));
  }

  /**
   * Asks with buttons of its own.
   *
   * @param kind of {@link MessageDialog}
   * @param buttons the first of them is the default button; a {@code &} in them marks a key
   * @return place of the button that was pressed, -1 if the dialog was closed
   */
  public static int open(
      int kind, @Nullable Shell parent, String title, String text, int style, String... buttons) {
    return MessageDialog.open(kind, parent, title, shown(text), style, buttons);
  }
}
