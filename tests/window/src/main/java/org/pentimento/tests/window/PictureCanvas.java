package org.pentimento.tests.window;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;

/** The canvas of the gallery, which scrolls, or that of the viewer of a pair, which does not. */
record PictureCanvas(Driver driver, boolean scrolls) {
  Canvas control() {
    return driver.control(
        Driver.window(),
        Canvas.class,
        c ->
            c.isVisible()
                && c.getClass() == Canvas.class
                && (c.getVerticalBar() != null) == scrolls
                && c.getListeners(SWT.MouseVerticalWheel).length > 0);
  }

  void key(int code, int mask) {
    driver.ui(
        () -> {
          Event event = new Event();
          event.keyCode = code;
          event.stateMask = mask;
          control().notifyListeners(SWT.KeyDown, event);
          return true;
        });
  }
}
