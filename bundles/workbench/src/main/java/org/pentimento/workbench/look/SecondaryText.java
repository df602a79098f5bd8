package org.pentimento.workbench.look;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/** Text that a person may read but need not, such as hints; paler than the rest. */
public final class SecondaryText {
  private SecondaryText() {}

  /** Gives a control the colour that the theme has for qualifiers. */
  public static void colour(Control control) {
    control.addPaintListener(
        e -> {
          Color quiet = JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
          if (quiet != null && !quiet.equals(control.getForeground())) {
            control.setForeground(quiet); // themes colour widgets after they are made
          }
        });
  }
}
