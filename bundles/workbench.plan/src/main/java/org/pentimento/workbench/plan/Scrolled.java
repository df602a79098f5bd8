package org.pentimento.workbench.plan;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A form that scrolls when it is higher than its room. */
final class Scrolled {
  private static final int LEAST = 470;

  private final ScrolledComposite scroller;
  private final Composite content;

  Scrolled(Composite parent) {
    scroller = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    content = new Composite(scroller, SWT.NONE);
    scroller.setContent(content);
    scroller.addControlListener(ControlListener.controlResizedAdapter(e -> fit()));
  }

  Composite control() {
    return scroller;
  }

  Composite content() {
    return content;
  }

  /** To be called when something was added or removed. */
  void fit() {
    int least = content.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
    int width = scroller.getClientArea().width;
    Point size = content.computeSize(Math.max(1, width), SWT.DEFAULT);
    scroller.setMinSize(Math.min(least, LEAST), size.y);
    content.layout(true, true);
  }
}
