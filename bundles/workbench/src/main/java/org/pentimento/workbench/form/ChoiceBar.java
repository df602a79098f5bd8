package org.pentimento.workbench.form;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A bar of choices above what they act on; it wraps into as many lines as it needs. */
public final class ChoiceBar {
  /** Pixels that GTK cuts off the longest item of a choice that has the width it asked for. */
  private static final int CUT = 8;

  private static final int SPACING = 8;

  private ChoiceBar() {}

  /**
   * Makes a bar for choices and other controls.
   *
   * @param page with a grid layout
   * @param margin left and right, in pixels
   * @param above and below, in pixels
   */
  public static Composite bar(Composite page, int margin, int above) {
    Composite bar = new Composite(page, SWT.NONE);
    RowLayoutFactory.fillDefaults()
        .center(true)
        .wrap(true)
        .spacing(SPACING)
        .margins(margin, above)
        .applyTo(bar);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
    return bar;
  }

  /**
   * Adds a choice behind its label; a line never ends between the two.
   *
   * @param help tells what is chosen; also its accessible name
   */
  public static Combo labelled(Composite bar, String label, String help) {
    Composite box = new Composite(bar, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).spacing(SPACING, 0).applyTo(box);
    Label before = new Label(box, SWT.NONE);
    before.setText(label);
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(before);
    Combo choice = new Combo(box, SWT.READ_ONLY);
    choice.setToolTipText(help);
    choice
        .getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = help));
    GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(choice);
    return choice;
  }

  /**
   * Makes a choice wide enough for its longest item, and lays out what is around it. To be called
   * after its items were set.
   *
   * @param choice whose parent has a grid layout
   */
  public static void fit(Combo choice) {
    GridData place = choice.getLayoutData() instanceof GridData data ? data : new GridData();
    place.widthHint = choice.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + CUT;
    choice.setLayoutData(place);
    choice.requestLayout();
  }
}
