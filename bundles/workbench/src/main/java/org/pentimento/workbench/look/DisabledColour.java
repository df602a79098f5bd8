package org.pentimento.workbench.look;

import org.eclipse.e4.ui.css.core.dom.properties.ICSSPropertyHandler;
import org.eclipse.e4.ui.css.core.engine.CSSEngine;
import org.eclipse.e4.ui.css.swt.dom.WidgetElement;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.w3c.dom.css.CSSValue;

/**
 * The property {@code pentimento-disabled-colour} of style sheets: the ink of a control while it is
 * disabled, for themes that give it one ink for good. {@code none} leaves that to the toolkit.
 */
public final class DisabledColour implements ICSSPropertyHandler {
  /** What a control's data call the colour; null leaves it to the toolkit. */
  private static final String DISABLED = DisabledColour.class.getName();

  private static final String ENABLED = DISABLED + ".otherwise";
  private static final Listener LISTENER = DisabledColour::paint;

  @Override
  public boolean applyCSSProperty(
      Object element, String property, CSSValue value, String pseudo, CSSEngine engine)
      throws Exception {
    if (!(element instanceof WidgetElement widget)
        || !(widget.getNativeWidget() instanceof Control control)) {
      return false;
    }
    control.removeListener(SWT.Paint, LISTENER);
    if (value.getCssText().equals("none")) {
      control.setData(DISABLED, null);
    } else {
      control.setData(DISABLED, engine.convert(value, Color.class, control.getDisplay()));
      control.addListener(SWT.Paint, LISTENER); // a change of its state is told by this alone
    }
    return true;
  }

  private static void paint(Event event) {
    Control control = (Control) event.widget;
    Object disabled = control.getData(DISABLED);
    boolean pale = control.getForeground().equals(disabled);
    if (!control.isEnabled() && !pale) {
      control.setData(ENABLED, control.getForeground());
      control.setForeground((Color) disabled);
    } else if (control.isEnabled() && pale) {
      control.setForeground((Color) control.getData(ENABLED));
    }
  }
}
