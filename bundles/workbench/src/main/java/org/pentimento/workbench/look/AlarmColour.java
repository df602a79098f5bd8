package org.pentimento.workbench.look;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** White on red, in light and dark themes: evidence is not as it was written. */
public final class AlarmColour {
  private static final Color RED = new Color(0xb3, 0x26, 0x1e);
  private static final Color WHITE = new Color(0xff, 0xff, 0xff);

  private AlarmColour() {}

  /** Gives a control the colours, and keeps the theme from giving it others. */
  public static void colour(Control control) {
    if (!(control instanceof Composite)) { // what is in one keeps the theme's colours
      control.setData("org.eclipse.e4.ui.css.disabled", true);
      control.setBackground(RED);
      control.setForeground(WHITE);
    }
    control.addPaintListener(
        e -> {
          // Themes colour widgets after they are made, some of them the text alone.
          if (!RED.equals(control.getBackground()) || !WHITE.equals(control.getForeground())) {
            control.setBackground(RED);
            control.setForeground(WHITE);
          }
        });
  }
}
