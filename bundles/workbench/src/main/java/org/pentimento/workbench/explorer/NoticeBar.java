package org.pentimento.workbench.explorer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** A message at the lower edge of a view; takes no room while there is none. */
final class NoticeBar {
  private final Composite box;
  private final Label text;

  NoticeBar(Composite parent) {
    box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.swtDefaults().numColumns(2).margins(8, 6).applyTo(box);
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(box);
    box.setVisible(false);
    Label line = new Label(box, SWT.SEPARATOR | SWT.HORIZONTAL);
    GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(line);
    text = new Label(box, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(text);
    Link close = new Link(box, SWT.NONE);
    close.setText("<a>Close</a>");
    close.setToolTipText("Close this message");
    GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(close);
    close.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> set(false)));
    box.addListener(SWT.Resize, e -> fit());
  }

  void show(String message) {
    text.setText(message.replace("&", "&&"));
    set(true);
  }

  void hide() {
    set(false);
  }

  private void set(boolean shown) {
    ((GridData) box.getLayoutData()).exclude = !shown;
    box.setVisible(shown);
    fit();
    box.getParent().layout(true, true);
  }

  /** Wraps the text at the present width. */
  private void fit() {
    int width = box.getParent().getClientArea().width - 80;
    GridData data = (GridData) text.getLayoutData();
    int hint = Math.max(120, width);
    if (data.widthHint != hint) {
      data.widthHint = hint;
      box.getParent().layout(true, true);
    }
  }
}
