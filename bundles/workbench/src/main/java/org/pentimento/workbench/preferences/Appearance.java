package org.pentimento.workbench.preferences;

import java.util.Locale;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.pentimento.chart.Palette;
import org.pentimento.chart.Theme;

/** How window and charts look, from the preferences. */
public final class Appearance {
  /** The node of the preferences. */
  public static final String NODE = "org.pentimento.workbench.looks";

  /** Key of the {@link ThemeChoice}, its name in small letters. */
  public static final String THEME = "theme";

  /** Key of the {@link Palette} of charts, its name in small letters. */
  public static final String PALETTE = "palette";

  private static final double HALF = 127.5;

  private Appearance() {}

  /** The palette that is chosen for charts. */
  public static Palette palette() {
    String name = InstanceScope.INSTANCE.getNode(NODE).get(PALETTE, "");
    for (Palette palette : Palette.values()) {
      if (value(palette).equals(name)) {
        return palette;
      }
    }
    return Palette.OKABE_ITO;
  }

  /** How the preferences spell a constant. */
  static String value(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The colours of a chart in a control: from the chosen palette, for a background as dark as the
   * control's.
   */
  public static Theme chart(Control ground) {
    return Theme.of(palette(), isDark(ground.getBackground().getRGB()));
  }

  /** Calls a listener in the display's thread whenever another palette is chosen. */
  public static void onPaletteChange(Control control, Runnable listener) {
    IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);
    Display display = control.getDisplay();
    IPreferenceChangeListener changed =
        event -> {
          if (event.getKey().equals(PALETTE) && !display.isDisposed()) {
            display.asyncExec(
                () -> {
                  if (!control.isDisposed()) {
                    listener.run();
                  }
                });
          }
        };
    node.addPreferenceChangeListener(changed);
    control.addDisposeListener(e -> node.removePreferenceChangeListener(changed));
  }

  /** Whether text on this colour must be light. */
  public static boolean isDark(RGB colour) {
    return 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue < HALF;
  }
}
