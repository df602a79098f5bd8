package org.pentimento.workbench.dataset.pair;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.pentimento.workbench.dataset.pair.canvas.Mode;
import org.pentimento.workbench.dataset.pair.canvas.PairCanvas;

/** What the keys do while the images of a pair have the focus. */
final class PairKeys {
  private static final int PAN = 40;

  /** Carries out what a key asks for. */
  interface Actions {
    void go(PairStep step);

    void setMode(Mode mode);

    /** Puts the pair's id on the clipboard. */
    void copy();
  }

  private final PairCanvas canvas;
  private final Actions actions;

  private PairKeys(PairCanvas canvas, Actions actions) {
    this.canvas = canvas;
    this.actions = actions;
  }

  static void listen(PairCanvas canvas, Actions actions) {
    Canvas control = canvas.control();
    control.addListener(SWT.KeyDown, new PairKeys(canvas, actions)::pressed);
    // Tab leaves the images; arrows are their own.
    control.addListener(
        SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
  }

  private void pressed(Event event) {
    boolean pan = (event.stateMask & SWT.MOD2) != 0;
    boolean command = (event.stateMask & SWT.MOD1) != 0;
    switch (event.keyCode) {
      case SWT.ARROW_LEFT -> panOrGo(pan, PAN, 0, PairStep.PREVIOUS);
      case SWT.ARROW_RIGHT -> panOrGo(pan, -PAN, 0, PairStep.NEXT);
      case SWT.ARROW_UP -> panOrGo(pan, 0, PAN, PairStep.PREVIOUS);
      case SWT.ARROW_DOWN -> panOrGo(pan, 0, -PAN, PairStep.NEXT);
      case SWT.PAGE_UP -> actions.go(PairStep.PREVIOUS);
      case SWT.PAGE_DOWN -> actions.go(PairStep.NEXT);
      case SWT.HOME -> actions.go(PairStep.FIRST);
      case SWT.END -> actions.go(PairStep.LAST);
      case '+', '=', SWT.KEYPAD_ADD -> canvas.zoomIn();
      case '-', SWT.KEYPAD_SUBTRACT -> canvas.zoomOut();
      case '0', SWT.KEYPAD_0 -> canvas.fit();
      case '1', SWT.KEYPAD_1 -> canvas.zoomToPixels();
      case ' ' -> canvas.swap();
      case 'c' -> {
        if (command) {
          actions.copy();
        }
      }
      default -> {
        for (Mode mode : Mode.values()) {
          if (event.keyCode == mode.key() && !command) {
            actions.setMode(mode);
          }
        }
      }
    }
  }

  private void panOrGo(boolean pan, int dx, int dy, PairStep step) {
    if (pan) {
      canvas.pan(dx, dy);
    } else {
      actions.go(step);
    }
  }
}
