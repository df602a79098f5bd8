package org.pentimento.workbench.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** What the keys do while a chart has the focus. */
final class ChartKeys {
  private static final double SHARE = .1;

  /** Carries out what a key asks for. */
  interface Actions {
    void showAll();

    /** Moves by shares of the width and height of the data's area. */
    void pan(double right, double down);

    /** Shows more or less around the middle. */
    void zoom(boolean in);

    void copy();
  }

  private final Actions actions;

  private ChartKeys(Actions actions) {
    this.actions = actions;
  }

  static void listen(Control control, Actions actions) {
    control.addListener(SWT.KeyDown, new ChartKeys(actions)::pressed);
    // Escape shows all of the chart, and does not close what it stands in.
    control.addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_ESCAPE);
  }

  private void pressed(Event event) {
    if ((event.stateMask & SWT.MOD1) != 0 && event.keyCode == 'c') {
      actions.copy();
      return;
    }
    switch (event.keyCode) {
      case SWT.ESC, SWT.HOME -> actions.showAll();
      case SWT.ARROW_LEFT -> actions.pan(-SHARE, 0);
      case SWT.ARROW_RIGHT -> actions.pan(SHARE, 0);
      case SWT.ARROW_UP -> actions.pan(0, -SHARE);
      case SWT.ARROW_DOWN -> actions.pan(0, SHARE);
      case SWT.KEYPAD_ADD, '+' -> actions.zoom(true);
      case SWT.KEYPAD_SUBTRACT, '-' -> actions.zoom(false);
      default -> {
        if (event.character == '+') { // on keyboards where it needs the shift key
          actions.zoom(true);
        }
      }
    }
  }
}
