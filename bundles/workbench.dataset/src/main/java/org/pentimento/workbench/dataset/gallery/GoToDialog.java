package org.pentimento.workbench.dataset.gallery;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.swt.widgets.Shell;
import org.pentimento.workbench.dataset.contents.DatasetContents;

/** Asks the user which of the shown pairs to go to. */
final class GoToDialog {
  private GoToDialog() {}

  /** The number of the pair that the user named, -1 if the dialog was cancelled. */
  static int ask(Shell shell, DatasetContents contents, ShownItems shown) {
    InputDialog dialog =
        new InputDialog(
            shell,
            "Go to Pair",
            "Id of a pair, the beginning or a part of it, or its number (1 to %,d):"
                .formatted(shown.count()),
            "",
            text ->
                PairSearch.find(text, contents, shown) >= 0
                    ? null
                    : text.isBlank() ? "" : "No pair shown has this id.");
    return dialog.open() == Dialog.OK ? PairSearch.find(dialog.getValue(), contents, shown) : -1;
  }
}
