package org.pentimento.workbench.form;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;

/** A form that scrolls when it is higher than the room for it. */
public final class ScrolledForm {
  private static final int LEAST = 430;
  private static final int LEFT_TO_THE_OTHER = 230;

  /** How much narrower than they would like to be sliders can get. */
  private static final int SLACK = 60;

  private final ScrolledComposite scroller;
  private final Composite content;

  /** An empty form. */
  public ScrolledForm(Composite parent) {
    scroller = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
    scroller.setExpandHorizontal(true);
    scroller.setExpandVertical(true);
    content = new Composite(scroller, SWT.NONE);
    scroller.setContent(content);
    scroller.addControlListener(ControlListener.controlResizedAdapter(e -> fit()));
  }

  /**
   * Keeps this form wide enough to be seen whole, at the cost of the other side, whenever both get
   * narrower.
   *
   * @param sides this form and another control, side by side, with their weights set
   */
  public void claimWidth(SashForm sides) {
    int mine = sides.getChildren()[0] == scroller ? 0 : 1;
    sides.addListener(
        SWT.Resize,
        e -> {
          int[] weights = sides.getWeights();
          int width = sides.getClientArea().width;
          int form = width * weights[mine] / (weights[0] + weights[1]);
          int least = Math.max(LEAST, content.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - SLACK);
          int wanted = Math.min(least + sides.getSashWidth(), width - LEFT_TO_THE_OTHER);
          if (form < wanted) {
            weights[mine] = wanted;
            weights[1 - mine] = width - wanted;
            sides.setWeights(weights);
          }
        });
  }

  /** What to lay out. */
  public Composite control() {
    return scroller;
  }

  /** What to put fields into; to be given a layout. */
  public Composite content() {
    return content;
  }

  /** Adjusts the scroll bars; to be called after something was added or removed. */
  public void fit() {
    int least = content.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - SLACK;
    int width = scroller.getClientArea().width;
    Point size = content.computeSize(Math.max(least, width), SWT.DEFAULT);
    scroller.setMinSize(least, size.y);
    content.layout(true, true);
  }
}
