package org.pentimento.workbench.help;

import java.util.function.Supplier;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;

/** Help that F1 shows for a control; without it F1 explains the whole view or editor. */
public final class ContextHelp {
  private static final String KEY = ContextHelp.class.getName();

  private ContextHelp() {}

  /**
   * Sets the help of a control and of all that it contains.
   *
   * @param markdown asked each time, in the display's thread; headings with {@code #}, items with
   *     {@code -}, {@code **bold**}, {@code `code`}; an empty text counts as none
   */
  public static void set(Control control, Supplier<String> markdown) {
    control.setData(KEY, markdown);
  }

  /** The help of a control or of the nearest one around it that has any; null if none has. */
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
