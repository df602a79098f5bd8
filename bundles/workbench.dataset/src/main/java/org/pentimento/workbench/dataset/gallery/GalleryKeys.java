package org.pentimento.workbench.dataset.gallery;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** What the keys do while the gallery has the focus. */
final class GalleryKeys {
  /** Carries out what a key asks for. */
  interface Actions {
    /** Goes to another cell; extends the selection up to there, or selects that cell alone. */
    void go(GalleryStep step, boolean extend);

    /** Opens the pair that has the focus. */
    void open();

    /** Shows pictures that are larger by some sizes, smaller if it is negative. */
    void enlarge(int sizes);

    void selectAll();

    /** Adds the item with the focus to the selection or takes it out. */
    void flip();
  }

  private final Actions actions;

  private GalleryKeys(Actions actions) {
    this.actions = actions;
  }

  static void listen(Canvas canvas, Actions actions) {
    canvas.addListener(SWT.KeyDown, new GalleryKeys(actions)::pressed);
    // Tab leaves the gallery; arrows and Enter are its own.
    canvas.addListener(
        SWT.Traverse,
        e -> e.doit = e.detail == SWT.TRAVERSE_TAB_NEXT || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
  }

  private void pressed(Event event) {
    boolean extend = (event.stateMask & SWT.MOD2) != 0;
    boolean command = (event.stateMask & SWT.MOD1) != 0;
    switch (event.keyCode) {
      case SWT.ARROW_RIGHT -> actions.go(GalleryStep.NEXT, extend);
      case SWT.ARROW_LEFT -> actions.go(GalleryStep.PREVIOUS, extend);
      case SWT.ARROW_DOWN -> actions.go(GalleryStep.DOWN, extend);
      case SWT.ARROW_UP -> actions.go(GalleryStep.UP, extend);
      case SWT.PAGE_DOWN -> actions.go(GalleryStep.PAGE_DOWN, extend);
      case SWT.PAGE_UP -> actions.go(GalleryStep.PAGE_UP, extend);
      case SWT.HOME -> actions.go(GalleryStep.FIRST, extend);
      case SWT.END -> actions.go(GalleryStep.LAST, extend);
      case SWT.CR, SWT.KEYPAD_CR -> actions.open();
      case '+', '=', SWT.KEYPAD_ADD -> actions.enlarge(1);
      case '-', SWT.KEYPAD_SUBTRACT -> actions.enlarge(-1);
      case 'a' -> {
        if (command) {
          actions.selectAll();
        }
      }
      case ' ' -> {
        if (command) {
          actions.flip();
        }
      }
      default -> {
        // not for the gallery
      }
    }
  }
}
