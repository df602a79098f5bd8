package org.pentimento.workbench.help;

import java.util.function.Supplier;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** What F1 tells about a control; without it, the view or editor is explained as a whole. */
public final class ContextHelp {
  private static final String KEY = ContextHelp.class.getName();

  private ContextHelp() {}

  /**
   * Explains a control and all that lies in it.
   *
   * @param markdown asked each time, in the display's thread; headings with {@code #}, items with
   *     {@code -}, {@code **bold**}, {@code `code`}; an empty text counts as none
   */
  public static void set(Control control, Supplier<String> markdown) {
    control.setData(KEY, markdown);
  }

  /** What was said of a control or the nearest one around it, null if nothing was. */
  static @Nullable String of(@Nullable Control control) {
    for (Control at = control; at != null; at = at.getParent()) {
      if (at.getData(KEY) instanceof Supplier<?> supplier) {
        String markdown = String.valueOf(supplier.get());
        if (!markdown.isBlank()) {
          return markdown;
        }
      }
    }
    return null;
  }
}
