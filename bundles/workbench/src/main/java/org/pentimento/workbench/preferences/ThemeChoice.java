package org.pentimento.workbench.preferences;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.osgi.service.prefs.BackingStoreException;

/** Whether the window is light or dark. */
public enum ThemeChoice {
  /** As the desktop was when the window started. */
  SYSTEM("As the desktop"),
  /** Dark ink on a light ground. */
  LIGHT("Light"),
  /** Light ink on a dark ground. */
  DARK("Dark");

  private static final String PREFIX = "org.eclipse.e4.ui.css.theme.e4_";

  /** The toolkit's text colour in a light theme; null if the desktop is dark, or not asked yet. */
  private static volatile @Nullable RGB lightInk;

  /** The toolkit's background of lists in a light theme; null as above. */
  private static volatile @Nullable RGB lightPaper;

  private final String title;

  ThemeChoice(String title) {
    this.title = title;
  }

  /** Remembers the toolkit's own colours; to be called before a theme is shown. */
  public static void askToolkit(Display display) {
    boolean dark = Display.isSystemDarkTheme();
    lightInk = dark ? null : display.getSystemColor(SWT.COLOR_WIDGET_FOREGROUND).getRGB();
    lightPaper = dark ? null : display.getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB();
  }

  /** The name for a person. */
  public String title() {
    return title;
  }

  /** The choice of a name; {@code default} means light. Unknown names mean the desktop's choice. */
  public static ThemeChoice named(@Nullable String name) {
    if ("default".equals(name)) {
      return LIGHT;
    }
    for (ThemeChoice choice : values()) {
      if (Appearance.value(choice).equals(name)) {
        return choice;
      }
    }
    return SYSTEM;
  }

  /** What is chosen now. */
  public static ThemeChoice current() {
    return named(InstanceScope.INSTANCE.getNode(Appearance.NODE).get(Appearance.THEME, ""));
  }

  /** Keeps the choice and shows it. In the display's thread. */
  public void choose() {
    IEclipsePreferences node = InstanceScope.INSTANCE.getNode(Appearance.NODE);
    node.put(Appearance.THEME, Appearance.value(this));
    try {
      node.flush();
    } catch (BackingStoreException e) {
      throw new IllegalStateException("The theme cannot be remembered", e);
    }
    show();
  }

  /** Shows the choice if the window does not look like it yet. In the display's thread. */
  public void show() {
    boolean dark = this == DARK || (this == SYSTEM && Display.isSystemDarkTheme());
    String id = PREFIX + (dark ? "dark" : "default");
    IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
    ITheme shown = engine.getActiveTheme();
    if (shown == null || !shown.getId().equals(id)) {
      engine.setTheme(id, true);
      if (!dark) {
        forgetDarkColours(engine);
      }
    }
  }

  /**
   * Controls that were made in the dark theme remember its light text as their own colour, and the
   * theme engine has just restored it. The toolkit's own light colours are known from the start
   * only.
   */
  private static void forgetDarkColours(IThemeEngine engine) {
    Display display = PlatformUI.getWorkbench().getDisplay();
    display.asyncExec(
        () -> {
          Color ink = colour(lightInk);
          Color paper = colour(lightPaper);
          for (Shell shell : display.getShells()) {
            forgetColours(shell, ink, paper);
            engine.applyStyles(shell, true);
          }
        });
  }

  private static @Nullable Color colour(@Nullable RGB rgb) {
    return rgb == null ? null : new Color(rgb);
  }

  private static void forgetColours(Control control, @Nullable Color ink, @Nullable Color paper) {
    control.setForeground(ink);
    control.setBackground(control instanceof Table ? paper : null);
    if (control instanceof Link link) {
      link.setLinkForeground(null);
    }
    if (control instanceof Tree tree && (tree.getStyle() & SWT.VIRTUAL) == 0) {
      forgetColours(tree.getItems());
    } else if (control instanceof Table table && (table.getStyle() & SWT.VIRTUAL) == 0) {
      for (TableItem item : table.getItems()) {
        item.setForeground(null);
        item.setBackground(null);
      }
    }
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        forgetColours(child, ink, paper);
      }
    }
  }

  private static void forgetColours(TreeItem[] items) {
    for (TreeItem item : items) {
      item.setForeground(null);
      item.setBackground(null);
      forgetColours(item.getItems());
    }
  }
}
