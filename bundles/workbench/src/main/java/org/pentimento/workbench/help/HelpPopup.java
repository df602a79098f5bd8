package org.pentimento.workbench.help;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** Help over a dialog; Escape or a click elsewhere closes it. */
final class HelpPopup extends PopupDialog {
  private static final Point SIZE = new Point(460, 320);

  private final String markdown;

  HelpPopup(Shell parent, String markdown) {
    super(
        parent,
        INFOPOPUPRESIZE_SHELLSTYLE,
        true,
        false,
        false,
        false,
        false,
        "Help",
        "Escape closes");
    this.markdown = markdown;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    GuideText text = new GuideText(parent, GuideLink::follow);
    text.show(GuidePage.of(markdown));
    return text.control();
  }

  @Override
  protected Point getDefaultSize() {
    return SIZE;
  }

  /** Beside the dialog where there is room, so that the dialog stays legible. */
  @Override
  protected Point getDefaultLocation(Point initialSize) {
    Shell dialog = (Shell) getParentShell();
    Point at = dialog.getLocation();
    return new Point(at.x + dialog.getSize().x - 40, at.y + 60);
  }
}
